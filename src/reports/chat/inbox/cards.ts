import type { App } from '../../../app.ts';
import type { Button, Card } from '../../../chat/card.ts';
import type { Person, Reader } from '../../../chat/conversation.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { caseCard } from '../../../services/chat/card/case-card.ts';
import { kindOf } from '../../../services/kinds.ts';
import { loadService } from '../../../services/record/case.ts';
import { servicesWaitingCount, servicesWaitingOn } from '../../../services/record/lines.ts';
import { urgentCard } from '../../../urgent/chat/urgent-card.ts';
import { openIssuesOf } from '../../../urgent/record/issues.ts';
import { loadCase } from '../../record/case.ts';
import { inboxCount, inboxOf } from '../../record/listing.ts';
import { type CoveredReviews, coveredReviews } from '../../record/stand-ins/reviews.ts';
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
  const covered = await coveredReviews(app, reader.person);
  const [reports, services, urgent] = await Promise.all([
    inboxCount(app, reader.person),
    servicesWaitingCount(app, reader.person, covered),
    page === 0 ? urgentCards(app, reader) : [],
  ]);
  const count = reports + services;
  if (count === 0) return urgent.length === 0 ? [emptyInbox(reader)] : urgent;
  const waiting = await waitingOn(app, reader.person, { covered, page });
  const cards = await Promise.all(waiting.map(({ id }) => drawn(app, reader, id)));
  return [...urgent, headCard(reader, count, page), ...cards.flat().map(brief)];
}

interface Waiting {
  readonly id: string;
  readonly deadlineAt: Date | null;
}

interface Asked {
  readonly covered: CoveredReviews;
  readonly page: number;
}

/** Reports and special services in one order: the most urgent first, what has no deadline last. */
async function waitingOn(
  app: Pick<App, 'database' | 'clock'>,
  person: Person,
  { covered, page }: Asked,
): Promise<readonly Waiting[]> {
  const [from, until] = [page * ON_PAGE, (page + 1) * ON_PAGE];
  const [reports, services] = await Promise.all([
    inboxOf(app, person, { limit: until, offset: 0 }),
    servicesWaitingOn(app, person, { limit: until, offset: 0, covered }),
  ]);
  const urgency = ({ deadlineAt }: Waiting): number => deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...reports, ...services]
    .toSorted((one, other) => urgency(one) - urgency(other) || 0)
    .slice(from, until);
}

async function drawn(
  app: Pick<App, 'database' | 'clock'>,
  reader: InboxReader,
  id: string,
): Promise<readonly Card[]> {
  if (kindOf(id) === null) {
    const parties = await loadCase(app, id);
    return parties ? [await drawCase(app, reader, parties)] : [];
  }
  const service = await loadService(app, id);
  return service ? [await caseCard(app, reader, service)] : [];
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
