import type { App } from '../../app.ts';
import { type Actor, isStaff } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { ReportState, Side } from '../report.ts';
import { type CoveredReviews, coveredReviews } from './stand-ins/reviews.ts';

/** One line of a list of cases. */
export interface ReportLine {
  readonly id: string;
  readonly state: ReportState;
  readonly stateSeq: number;
  readonly storeId: string;
  readonly storeName: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly reportingStart: string;
  readonly reportingEnd: string;
  readonly revision: number;
  readonly revisionHash: string | null;
  readonly infoFrom: Side | null;
  readonly deadlineAt: Date | null;
  readonly assignedTo: string | null;
  readonly hasProposal: boolean;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface ListQuery extends Page {
  /** Empty: in any state. */
  readonly states?: readonly ReportState[];
}

/** The columns of a {@link ReportLine}, for what else lists cases. */
export const LINE = Prisma.sql`
  r.id, r.state, r.state_seq AS "stateSeq", r.store_id AS "storeId", s.name AS "storeName",
  r.provider_id AS "providerId", p.name AS "providerName", r.reporting_start::text AS "reportingStart",
  r.reporting_end::text AS "reportingEnd", r.revision, r.revision_hash AS "revisionHash", r.info_from AS "infoFrom",
  r.deadline_at AS "deadlineAt", r.assigned_to AS "assignedTo", r.proposal IS NOT NULL AS "hasProposal"`;

/** Joined after the list was cut to its page: else every name would be read for a few lines. */
export const NAMES = Prisma.sql`JOIN organisation s ON s.id = r.store_id JOIN organisation p ON p.id = r.provider_id`;

export const FROM = Prisma.sql`FROM report r ${NAMES}`;

/** Every case of the organisations that somebody acts for, newest first; staff and auditors see all. */
export function reportsOf(
  app: Pick<App, 'database'>,
  actor: Actor,
  { limit, offset, states = [] }: ListQuery,
): Promise<ReportLine[]> {
  const inStates =
    states.length === 0 ? Prisma.empty : Prisma.sql`AND r.state IN (${Prisma.join([...states])})`;
  return app.database.query<ReportLine>(Prisma.sql`
    SELECT ${LINE} FROM (
      SELECT * FROM report r WHERE ${seenBy(actor)} ${inStates}
      ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit} OFFSET ${offset}) r ${NAMES}
    ORDER BY r.created_at DESC, r.id DESC`);
}

/** Everything that waits on somebody, also for others, most urgent first: what has no deadline comes last. */
export async function inboxOf(
  app: Pick<App, 'database' | 'clock'>,
  actor: Actor,
  page: Page,
): Promise<ReportLine[]> {
  const covered = await coveredReviews(app, actor);
  return app.database.query<ReportLine>(Prisma.sql`
    SELECT ${LINE} FROM (
      SELECT * FROM report r WHERE ${waitsOn(actor, covered)}
      ORDER BY r.deadline_at ASC NULLS LAST, r.id LIMIT ${page.limit} OFFSET ${page.offset}) r ${NAMES}
    ORDER BY r.deadline_at ASC NULLS LAST, r.id`);
}

/** How much waits on somebody. */
export async function inboxCount(app: Pick<App, 'database' | 'clock'>, actor: Actor): Promise<number> {
  const covered = await coveredReviews(app, actor);
  const [row] = await app.database.query<{ count: number }>(
    Prisma.sql`SELECT count(*)::int AS count FROM report r WHERE ${waitsOn(actor, covered)}`,
  );
  return row?.count ?? 0;
}

const NOBODY = Prisma.sql`false`;

function organisationsOf(actor: Actor, ...roles: readonly string[]): readonly string[] {
  return actor.memberships
    .filter(({ role }) => roles.includes(role))
    .map(({ organisationId }) => organisationId);
}

/** Which reports somebody may see at all. */
export function seenBy(actor: Actor): Prisma.Sql {
  if (isStaff(actor) || actor.memberships.some(({ role }) => role === 'AUDITOR')) return Prisma.sql`true`;
  const stores = organisationsOf(actor, 'STORE_OWNER', 'STORE_MEMBER');
  const providers = organisationsOf(actor, 'PROVIDER_ADMIN', 'PROVIDER_MEMBER');
  return Prisma.sql`(${among('store_id', stores)} OR (${among('provider_id', providers)} AND jsonb_array_length(r.item_snapshot) > 0))`;
}

function among(column: 'store_id' | 'provider_id', ids: readonly string[]): Prisma.Sql {
  return ids.length === 0 ? NOBODY : Prisma.sql`r.${Prisma.raw(column)} IN (${Prisma.join([...ids])})`;
}

/** The same turns as `whoseTurn`, for the database; a test holds the two together. */
function waitsOn(actor: Actor, covered: CoveredReviews): Prisma.Sql {
  const stores = among('store_id', organisationsOf(actor, 'STORE_OWNER'));
  const providers = among('provider_id', organisationsOf(actor, 'PROVIDER_ADMIN'));
  const teams = among('provider_id', organisationsOf(actor, 'PROVIDER_ADMIN', 'PROVIDER_MEMBER'));
  return Prisma.sql`(
    (${stores} AND (r.state IN ('DRAFT', 'STORE_CONFIRM') OR (r.state = 'INFO_REQUESTED' AND r.info_from = 'store')
      OR r.proposal->>'side' = 'provider'))
    OR (${providers} AND (r.state IN ('REQUESTED', 'SUSPENDED')
      OR (r.state = 'INFO_REQUESTED' AND r.info_from = 'provider') OR r.proposal->>'side' = 'store'))
    OR (${teams} AND r.state = 'FILLING')
    OR ${isStaff(actor) ? waitsOnStaff(actor, covered) : NOBODY})`;
}

/** A case that nobody has taken waits on everybody; a proposal on whoever may be the second person (SOD-3). */
function waitsOnStaff({ principalId: me, memberships }: Actor, covered: CoveredReviews): Prisma.Sql {
  const isLead = memberships.some(({ role }) => role === 'STAFF_LEAD');
  const single = covered.single.map(({ of, reportId }) => Prisma.sql`(${of}, ${reportId})`);
  const alone =
    single.length === 0 ? Prisma.empty : Prisma.sql`OR (r.assigned_to, r.id) IN (${Prisma.join(single)})`;
  return Prisma.sql`(
    (r.state = 'STAFF_REVIEW' AND r.proposal IS NULL
      AND (COALESCE(r.assigned_to, ${me}) IN (${Prisma.join([me, ...covered.whole])}) ${alone}))
    OR (r.proposal->>'kind' IN ('APPROVE', 'END_SUSPENDED')
      AND r.proposal->>'by' NOT IN (${Prisma.join([me, ...covered.carries])})
      AND NOT COALESCE(r.proposal->'carries', '[]') @> to_jsonb(${me}::text)
      AND (${isLead}::boolean OR r.proposal->>'role' = 'STAFF_LEAD')))`;
}
