import type { Button, Card } from '../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import { type ServiceLine, serviceQueue, serviceQueueCount } from '../record/lines.ts';
import { caseTitle, standsLine, toneOf } from './card/line.ts';
import { fact } from './card/shown.ts';
import { handleOf, pageHandle, QUEUE } from './handles.ts';

const ON_PAGE = 6;

/** `/service queue`: what waits on staff, priorities of the level first, then the most urgent. */
export const serviceQueueCommand: Command = {
  area: 'service',
  verb: 'queue',
  options: [],
  who: 'service.queue',
  effect: 'read',
  run: (talk) => queued(talk, 0),
};

export const queueClick: Click = {
  action: QUEUE,
  effect: 'read',
  run: async (talk, { data = '0' }) =>
    permissionRefusal(permitted('service.queue', talk.person)) ??
    queued(talk, Math.max(0, Number(data) || 0)),
};

async function queued(talk: Known, page: number): Promise<Answer> {
  const [count, lines] = await Promise.all([
    serviceQueueCount(talk.app),
    serviceQueue(talk.app, { limit: ON_PAGE, offset: page * ON_PAGE }),
  ]);
  return {
    kind: 'cards',
    cards: [headCard(talk, count, page), ...lines.map((line) => lineCard(talk, line))],
  };
}

function headCard({ t }: Known, count: number, page: number): Card {
  const turn = (label: string, to: number): Button => ({
    label: t(label),
    tone: 'plain',
    handle: pageHandle(QUEUE, to),
  });
  return {
    tone: count === 0 ? 'good' : 'waiting',
    title: t('services.queue.title', { count }),
    lead: t(count === 0 ? 'services.queue.none' : 'services.queue.lead'),
    actions: [
      ...(page > 0 ? [turn('cases.button.earlier', page - 1)] : []),
      ...(count > (page + 1) * ON_PAGE ? [turn('cases.button.more', page + 1)] : []),
    ],
  };
}

function lineCard(talk: Known, line: ServiceLine): Card {
  const { t, app, person } = talk;
  const now = app.clock.now();
  const claims =
    permitted('service.handle', person).allowed && line.assignedTo === null && line.state !== 'SUBMITTED';
  return {
    tone: toneOf(line, now),
    title: caseTitle(t, line),
    lead: standsLine(talk, line, now),
    facts: [
      fact(t, 'provider', line.providerName),
      fact(t, 'assignee', line.assigneeName ?? t('services.queue.nobody')),
      ...(line.priority ? [fact(t, 'priority', t('services.priority'))] : []),
    ],
    actions: [
      { label: t('cases.button.open'), tone: 'primary', handle: handleOf(line, 'show') },
      ...(claims
        ? [{ label: t('services.deed.claim'), tone: 'plain' as const, handle: handleOf(line, 'claim') }]
        : []),
    ],
  };
}
