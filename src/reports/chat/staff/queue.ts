import type { Button, Card } from '../../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { pageHandle, QUEUE as SERVICE_QUEUE } from '../../../services/chat/handles.ts';
import { serviceQueueCount } from '../../../services/record/lines.ts';
import { QUEUE_PARTS, type QueuePart, queueCounts, reviewQueue } from '../../record/review-queue.ts';
import { queueCard } from './queue-card.ts';
import { undeliveredCards } from './undelivered.ts';

const QUEUE = 'staff.queue';
const ON_PAGE = 6;

/** `/staff queue`: what waits for review, most urgent first; a lead also sees what could not be delivered. */
export const staffQueue: Command = {
  area: 'staff',
  verb: 'queue',
  options: [{ name: 'part', kind: 'choice', required: false, choices: QUEUE_PARTS }],
  who: 'staff.queue',
  effect: 'read',
  run: (talk, { part }) => queued(talk, { part: partOf(part), page: 0 }),
};

/** A part or a page of the queue: the handle carries both. */
export const queueClick: Click = {
  action: QUEUE,
  effect: 'read',
  run: (talk, { data = '' }) => {
    const [part, page = '0'] = data.split(':');
    return queued(talk, { part: partOf(part), page: Number(page) });
  },
};

const partOf = (typed: string | undefined): QueuePart => QUEUE_PARTS.find((part) => part === typed) ?? 'all';

interface Asked {
  readonly part: QueuePart;
  readonly page: number;
}

async function queued(talk: Known, { part, page }: Asked): Promise<Answer> {
  const { app, person } = talk;
  const asked = { part, me: person.principalId, now: app.clock.now() };
  const [counts, services, lines, undelivered] = await Promise.all([
    queueCounts(app, asked),
    serviceQueueCount(app),
    reviewQueue(app, asked, { limit: ON_PAGE, offset: page * ON_PAGE }),
    page === 0 ? undeliveredCards(talk) : [],
  ]);
  const head = headCard(talk, { part, page }, { counts, services });
  return { kind: 'cards', cards: [head, ...lines.map((line) => queueCard(talk, line)), ...undelivered] };
}

interface Counted {
  readonly counts: Readonly<Record<QueuePart, number>>;
  /** Special services that wait for staff, which have a queue of their own. */
  readonly services: number;
}

const servicesButton = (t: Known['t'], count: number): Button => ({
  label: t('services.queue.open', { count }),
  tone: 'plain',
  handle: pageHandle(SERVICE_QUEUE, 0),
});

function headCard({ t }: Known, { part, page }: Asked, { counts, services }: Counted): Card {
  const button = (label: string, to: Asked): Button => ({
    label,
    tone: 'plain',
    handle: { action: QUEUE, subject: '', revision: 0, stateSeq: 0, data: `${to.part}:${to.page}` },
  });
  const more = counts[part] > (page + 1) * ON_PAGE;
  return {
    tone: counts.late > 0 ? 'warning' : counts.all > 0 ? 'waiting' : 'good',
    title: t(`cases.queue.title.${part}`, { count: counts[part] }),
    lead: t(counts.all === 0 ? 'cases.queue.empty' : 'cases.queue.lead'),
    actions: [
      ...QUEUE_PARTS.filter((other) => other !== part).map((other) =>
        button(t(`cases.queue.part.${other}`, { count: counts[other] }), { part: other, page: 0 }),
      ),
      ...(page > 0 ? [button(t('cases.button.earlier'), { part, page: page - 1 })] : []),
      ...(more ? [button(t('cases.button.more'), { part, page: page + 1 })] : []),
      ...(services === 0 ? [] : [servicesButton(t, services)]),
    ],
  };
}
