import type { App } from '../../../app.ts';
import type { Button, Card } from '../../../chat/card.ts';
import type { Person, Reader } from '../../../chat/conversation.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { urgentCard } from '../../../urgent/chat/urgent-card.ts';
import { openIssuesOf } from '../../../urgent/record/issues.ts';
import { loadCase } from '../../record/case.ts';
import { inboxCount, inboxOf } from '../../record/listing.ts';
import { drawCase } from '../draw-case.ts';
import { emptyInbox } from './empty.ts';

export interface InboxReader extends Reader {
  readonly person: Person;
}

export const INBOX_PAGE = 'inbox.page';
/** Cards with their buttons; more would bury the most urgent one. */
const ON_PAGE = 5;

/** Everything that waits on somebody, most urgent first, each with its buttons; or what to do next. */
export async function inboxCards(
  app: Pick<App, 'database' | 'clock'>,
  reader: InboxReader,
  page = 0,
): Promise<readonly Card[]> {
  const [count, lines, urgent] = await Promise.all([
    inboxCount(app, reader.person),
    inboxOf(app, reader.person, { limit: ON_PAGE, offset: page * ON_PAGE }),
    page === 0 ? urgentCards(app, reader) : [],
  ]);
  if (count === 0) return urgent.length === 0 ? [emptyInbox(reader)] : urgent;
  const cases = await Promise.all(lines.map(({ id }) => loadCase(app, id)));
  const cards = await Promise.all(
    cases.flatMap((parties) => (parties ? [drawCase(app, reader, parties)] : [])),
  );
  return [...urgent, headCard(reader, count, page), ...cards.map(brief)];
}

/** Before everything else, because their clock does not stop at night. */
async function urgentCards(
  app: Pick<App, 'database' | 'clock'>,
  reader: InboxReader,
): Promise<readonly Card[]> {
  const mine = membershipsFor('urgent.acknowledge', reader.person);
  const issues = await openIssuesOf(
    app,
    mine.map(({ organisationId }) => organisationId),
  );
  return issues.map((issue) => urgentCard(reader, issue, app.clock.now()));
}

function headCard({ t }: Reader, count: number, page: number): Card {
  const last = Math.ceil(count / ON_PAGE) - 1;
  const turn = (label: string, to: number): Button => ({
    label: t(label),
    tone: 'plain',
    handle: { action: INBOX_PAGE, subject: '', revision: 0, stateSeq: 0, data: String(to) },
  });
  const actions = [
    ...(page > 0 ? [turn('cases.button.earlier', page - 1)] : []),
    ...(page < last ? [turn('cases.button.more', page + 1)] : []),
  ];
  return {
    tone: 'waiting',
    title: t('cases.inbox.title', { count }),
    lead: t('cases.inbox.lead'),
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** In a list the head of the case is enough: its details are one button away. */
const brief = ({ progress: _progress, footer: _footer, facts = [], ...card }: Card): Card => ({
  ...card,
  facts: facts.slice(0, 1),
});
