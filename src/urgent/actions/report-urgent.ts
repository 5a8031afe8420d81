import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor, PrincipalId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { plannedStatement } from '../../reminders/ladder/plan-statements.ts';
import { inboxSubject } from '../../reports/actions/told.ts';
import { looksLikeSecret } from '../../reports/fields/typed/secret.ts';
import type { Case } from '../../reports/record/case.ts';
import { distinctPeople } from '../../reports/record/people.ts';
import { toldInstead } from '../../reports/record/stand-ins/delegations.ts';
import { EFFECTIVE_STATES, isEffective } from '../../reports/report.ts';
import { ok, type Refusal, type Result, refuse } from '../../result.ts';
import { contactsOf, onCall } from '../contacts.ts';
import { acknowledgementDue, type UrgentIssue } from '../issue.ts';
import { urgentRungs } from '../reminders/rungs.ts';
import { urgentMessage } from '../told.ts';

export const URGENT_TEXT_MAXIMUM = 500;
/** Whoever has so many waiting has been told; more of them would only wake people again. */
export const MOST_OPEN = 5;

export interface ReportUrgent {
  readonly actor: Actor;
  readonly parties: Case;
  readonly text: string;
  readonly since: Date;
  /** Removes what was typed so far, with the change. */
  readonly draft: Prisma.Sql;
  readonly requestId: string;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock' | 'ids'>;

/**
 * Puts an urgent issue of a cooperation that stands on record and tells the provider's contacts at once, whatever the hour.
 * Refuses `urgent.not-effective`, `urgent.too-many`, and beside its input `urgent.text-missing`, `urgent.text-too-long`,
 * `fields.looks-like-secret`.
 */
export async function reportUrgent(app: Needs, input: ReportUrgent): Promise<Result<UrgentIssue>> {
  const { actor, parties } = input;
  const refusal =
    permissionRefusal(permitted('report.urgent', actor, parties.report)) ??
    (isEffective(parties.report.state) ? null : NOT_EFFECTIVE) ??
    textRefusal(input.text);
  if (refusal) return refusal;
  const issue = issueOf(app, input);
  try {
    await app.database.change(writes(app, input, issue));
    return ok(issue);
  } catch (error) {
    if (error instanceof Conflict && error.code === NOT_WRITTEN) return whyNot(app, issue);
    throw error;
  }
}

const NOT_EFFECTIVE = refuse('urgent.not-effective');
const NOT_WRITTEN = 'urgent-not-written';

function textRefusal(text: string): Refusal | null {
  if (text === '') return refuse('urgent.text-missing', {}, 'text');
  if (looksLikeSecret(text)) return refuse('fields.looks-like-secret', {}, 'text');
  return text.length > URGENT_TEXT_MAXIMUM
    ? refuse('urgent.text-too-long', { maximum: URGENT_TEXT_MAXIMUM }, 'text')
    : null;
}

function issueOf({ clock, ids }: Needs, { actor, parties, text, since }: ReportUrgent): UrgentIssue {
  const reportedAt = clock.now();
  const { report, provider, current } = parties;
  const ofStore = actor.memberships.some(({ organisationId }) => organisationId === report.storeId);
  return {
    id: ids.next('urg'),
    reportId: report.id,
    storeId: report.storeId,
    providerId: report.providerId,
    text,
    since,
    reportedBy: actor.principalId,
    side: ofStore ? 'store' : 'provider',
    reportedAt,
    dueAt: acknowledgementDue(current?.fields.qualityStandards ?? [], reportedAt),
    contacts: current ? contactsOf(current.fields, provider.people) : [],
    acknowledgedBy: null,
    acknowledgedAt: null,
  };
}

function writes(app: Needs, { actor, parties, draft, requestId }: ReportUrgent, issue: UrgentIssue) {
  const { id, reportedAt: at } = issue;
  const rungs = urgentRungs(issue).map((rung) => ({ object: id, stateSeq: 0, ...rung }));
  const told = toldAtOnce(parties, issue);
  const inboxes = distinctPeople(parties.provider.people).map((person) => inboxSubject(person.id));
  return [
    inserted(issue, { actor, requestId }),
    plannedStatement(rungs),
    ...owe(
      app.queue,
      { messages: told.map((who) => urgentMessage(id, 'urgent.reported', who)), redraw: inboxes },
      at,
    ),
    draft,
    handled(requestId, at),
  ];
}

/** The contacts, or who stands in for them; whoever reports it knows. */
function toldAtOnce(
  parties: Case,
  { contacts, reportedBy, providerId }: UrgentIssue,
): readonly PrincipalId[] {
  const called = onCall(contacts, distinctPeople(parties.provider.people));
  return toldInstead(parties, providerId, called).filter((who) => who !== reportedBy);
}

/** Only while the cooperation stands, however long ago it was loaded. */
function inserted(issue: UrgentIssue, { actor, requestId }: Pick<ReportUrgent, 'actor' | 'requestId'>) {
  const { id, reportId, reportedAt, side } = issue;
  const audit = auditCtes(
    {
      objectType: 'report',
      objectId: reportId,
      actor: actor.principalId,
      org: side === 'store' ? issue.storeId : issue.providerId,
      action: 'report.urgent',
      requestId,
      at: reportedAt,
      data: { issue: id, dueAt: issue.dueAt.toISOString() },
    },
    { guard: 'issue' },
  );
  return Prisma.sql`
    WITH standing AS (
      SELECT id, store_id, provider_id FROM report
      WHERE id = ${reportId} AND state IN (${Prisma.join([...EFFECTIVE_STATES])})),
    issue AS (
      INSERT INTO urgent_issue (id, report_id, store_id, provider_id, text, since, reported_by, side, reported_at, due_at,
        contacts)
      SELECT ${id}, s.id, s.store_id, s.provider_id, ${issue.text}, ${issue.since}::timestamptz, ${actor.principalId},
        ${side}, ${reportedAt}::timestamptz, ${issue.dueAt}::timestamptz, ${[...issue.contacts]}::text[]
      FROM standing s WHERE ${openOf(reportId)} < ${MOST_OPEN}::int
      RETURNING id),
    ${audit}
    SELECT expect_rows((SELECT count(*) FROM issue), 1, ${NOT_WRITTEN})`;
}

const openOf = (reportId: string): Prisma.Sql =>
  Prisma.sql`(SELECT count(*) FROM urgent_issue WHERE report_id = ${reportId} AND acknowledged_at IS NULL)`;

async function whyNot({ database }: Needs, { reportId }: UrgentIssue): Promise<Refusal> {
  const open = await database.prisma.urgentIssue.count({ where: { reportId, acknowledgedAt: null } });
  return open >= MOST_OPEN ? refuse('urgent.too-many', { count: open }) : NOT_EFFECTIVE;
}
