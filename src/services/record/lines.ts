import type { App } from '../../app.ts';
import { membershipsFor } from '../../people/permissions.ts';
import { type Actor, holds, isStaff, type OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { CoveredReviews } from '../../reports/record/stand-ins/reviews.ts';
import { SERVICE_KINDS, type ServiceKind, TABLE } from '../kinds.ts';
import { statesWaitingOn } from '../lifecycle/lifecycles.ts';

/** One line of a list of cases. */
export interface ServiceLine {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly providerId: OrganisationId;
  readonly providerName: string;
  readonly state: string;
  readonly stateSeq: number;
  readonly deadlineAt: Date | null;
  readonly assignedTo: string | null;
  readonly assigneeName: string | null;
  /** Before the others in the queue (domain-rules §8). */
  readonly priority: boolean;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

type Reads = Pick<App, 'database'>;

const columns = (kind: ServiceKind): Prisma.Sql => Prisma.sql`
  c.id, ${kind}::text AS kind, c.provider_id, c.state, c.state_seq, c.deadline_at, c.assigned_to, c.opened_at,
  ${kind === 'loan' ? Prisma.sql`c.priority` : Prisma.sql`false`} AS priority`;

/** Each kind by an index of its own, cut to the page before the three are put together. */
function lines(
  app: Reads,
  { where, order, limit, offset }: Page & { where: (kind: ServiceKind) => Prisma.Sql; order: Prisma.Sql },
): Promise<ServiceLine[]> {
  const each = SERVICE_KINDS.map(
    (kind) => Prisma.sql`(SELECT ${columns(kind)} FROM ${Prisma.raw(TABLE[kind])} c WHERE ${where(kind)}
      ORDER BY ${order} LIMIT ${limit + offset}::int)`,
  );
  return app.database.query<ServiceLine>(Prisma.sql`
    SELECT c.id, c.kind, c.provider_id AS "providerId", o.name AS "providerName", c.state, c.state_seq AS "stateSeq",
      c.deadline_at AS "deadlineAt", c.assigned_to AS "assignedTo", a.display_name AS "assigneeName", c.priority
    FROM (${Prisma.join(each, ' UNION ALL ')}) c JOIN organisation o ON o.id = c.provider_id
      LEFT JOIN principal a ON a.id = c.assigned_to
    ORDER BY ${order} LIMIT ${limit}::int OFFSET ${offset}::int`);
}

const NEWEST = Prisma.sql`c.opened_at DESC, c.id DESC`;
const MOST_URGENT = Prisma.sql`c.deadline_at NULLS LAST, c.id`;
const PRIORITY_FIRST = Prisma.sql`priority DESC, c.deadline_at NULLS LAST, c.id`;

/** Everything that the person's provider has asked for, newest first; of all providers for staff, but for drafts. */
export function servicesOf(app: Reads, actor: Actor, page: Page): Promise<ServiceLine[]> {
  if (!holds(actor, 'AUDITOR') && !isStaff(actor))
    return lines(app, { ...page, where: () => ofProviders(actor), order: NEWEST });
  return lines(app, { ...page, where: () => Prisma.sql`c.state <> 'DRAFT'`, order: NEWEST });
}

/** What waits on staff, a priority of the level first and then the most urgent. */
export const serviceQueue = (app: Reads, page: Page): Promise<ServiceLine[]> =>
  lines(app, { ...page, where: waitsOnStaff, order: PRIORITY_FIRST });

export async function serviceQueueCount(app: Reads): Promise<number> {
  const each = SERVICE_KINDS.map(
    (kind) => Prisma.sql`(SELECT count(*) FROM ${Prisma.raw(TABLE[kind])} c WHERE ${waitsOnStaff(kind)})`,
  );
  const [row] = await app.database.query<{ count: number }>(
    Prisma.sql`SELECT (${Prisma.join(each, ' + ')})::int AS count`,
  );
  return row?.count ?? 0;
}

/** What waits on somebody, also for others, the most urgent first. */
export const servicesWaitingOn = (
  app: Reads,
  actor: Actor,
  { covered, ...page }: Page & { readonly covered: CoveredReviews },
): Promise<ServiceLine[]> =>
  lines(app, { ...page, where: (kind) => waitsOn(kind, actor, covered), order: MOST_URGENT });

export async function servicesWaitingCount(
  app: Reads,
  actor: Actor,
  covered: CoveredReviews,
): Promise<number> {
  const each = SERVICE_KINDS.map(
    (kind) =>
      Prisma.sql`(SELECT count(*) FROM ${Prisma.raw(TABLE[kind])} c WHERE ${waitsOn(kind, actor, covered)})`,
  );
  const [row] = await app.database.query<{ count: number }>(
    Prisma.sql`SELECT (${Prisma.join(each, ' + ')})::int AS count`,
  );
  return row?.count ?? 0;
}

function ofProviders(actor: Actor): Prisma.Sql {
  const ids = membershipsFor('service.respond', actor).map(({ organisationId }) => organisationId);
  return ids.length === 0 ? Prisma.sql`false` : Prisma.sql`c.provider_id IN (${Prisma.join(ids)})`;
}

// The states stand in the text of the statement, so that the partial indexes on them are found.
const inStates = (kind: ServiceKind, waiter: 'provider' | 'staff'): Prisma.Sql =>
  Prisma.sql`c.state IN (${Prisma.raw(
    statesWaitingOn(kind, waiter)
      .map((state) => `'${state}'`)
      .join(', '),
  )})`;

const waitsOnStaff = (kind: ServiceKind): Prisma.Sql =>
  Prisma.sql`${inStates(kind, 'staff')} AND c.deadline_at IS NOT NULL`;

/** What nobody has taken waits on everybody; the second of two approvals on whoever did not give the first. */
function waitsOn(kind: ServiceKind, actor: Actor, covered: CoveredReviews): Prisma.Sql {
  const me = actor.principalId;
  const seconds =
    kind === 'api' ? Prisma.sql`NOT (c.approvals && ${[me, ...covered.carries]}::text[])` : Prisma.sql`true`;
  const taken =
    kind === 'api'
      ? Prisma.sql`CASE WHEN c.approvals = '{}' THEN c.assigned_to END`
      : Prisma.sql`c.assigned_to`;
  const staffs = Prisma.sql`(${waitsOnStaff(kind)} AND ${seconds}
    AND COALESCE(${taken}, ${me}) IN (${Prisma.join([me, ...covered.whole])}))`;
  return Prisma.sql`((${inStates(kind, 'provider')} AND ${ofProviders(actor)}) OR ${isStaff(actor) ? staffs : Prisma.sql`false`})`;
}
