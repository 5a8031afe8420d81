import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Membership, OrganisationId, PrincipalId } from '../principal.ts';
import type { Delegation } from './delegation.ts';

type Reads = Pick<App, 'database'>;

const DELEGATION_COLUMNS = Prisma.sql`
  d.id, d.organisation_id AS "organisationId", d.role, d.delegator_id AS delegator, d.delegate_id AS delegate,
  d.report_id AS "reportId", d.from_at AS "from", d.until_at AS until`;

/** A delegation as people are shown it. */
export interface NamedDelegation extends Delegation {
  readonly organisation: string;
  readonly delegatorName: string;
  readonly delegateName: string | null;
  readonly reason: string;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
}

const NAMED = Prisma.sql`
  SELECT ${DELEGATION_COLUMNS}, d.reason, d.ended_at AS "endedAt", o.name AS organisation,
    a.display_name AS "delegatorName", b.display_name AS "delegateName", e.display_name AS "endedByName"
  FROM delegation d JOIN organisation o ON o.id = d.organisation_id JOIN principal a ON a.id = d.delegator_id
    LEFT JOIN principal b ON b.id = d.delegate_id LEFT JOIN principal e ON e.id = d.ended_by`;

/** What somebody has given and what was given to them, as far as it is not over; the next to end first. */
export function delegationsAround(
  { database }: Reads,
  principalId: PrincipalId,
  now: Date,
): Promise<NamedDelegation[]> {
  return database.query<NamedDelegation>(Prisma.sql`
    ${NAMED} WHERE (d.delegator_id = ${principalId} OR d.delegate_id = ${principalId}) AND d.until_at > ${now}
      AND d.ended_at IS NULL
    ORDER BY d.until_at, d.id LIMIT 20`);
}

export async function delegationNamed({ database }: Reads, id: string): Promise<NamedDelegation | null> {
  const [found] = await database.query<NamedDelegation>(Prisma.sql`${NAMED} WHERE d.id = ${id}`);
  return found ?? null;
}

/** Everything of one role at one organisation that still has time before it. */
export function standingIn(
  { database }: Reads,
  { organisationId, role }: Membership,
  now: Date,
): Promise<Delegation[]> {
  return database.query<Delegation>(Prisma.sql`
    SELECT ${DELEGATION_COLUMNS} FROM delegation d
    WHERE d.organisation_id = ${organisationId} AND d.role = ${role} AND d.until_at > ${now}
      AND d.ended_at IS NULL
    ORDER BY d.id`);
}

/** What is active at these organisations at this moment, of every role and for every report. */
export function activeAt(
  { database }: Reads,
  organisationIds: readonly OrganisationId[],
  now: Date,
): Promise<Delegation[]> {
  return database.query<Delegation>(Prisma.sql`
    SELECT ${DELEGATION_COLUMNS} FROM delegation d
    WHERE d.organisation_id IN (${Prisma.join([...organisationIds])}) AND d.until_at > ${now} AND d.from_at <= ${now}
      AND d.ended_at IS NULL`);
}

/**
 * Whether a report is one of this organisation's; the platform's people look after all of them. Of a draft, the provider does
 * not know.
 */
export async function isReportOf(
  { database }: Reads,
  reportId: string,
  organisationId: OrganisationId,
): Promise<boolean> {
  const [found] = await database.query(Prisma.sql`
    SELECT 1 FROM report r JOIN organisation o ON o.id = ${organisationId}
    WHERE r.id = ${reportId} AND (o.kind = 'PLATFORM' OR r.store_id = o.id
      OR (r.provider_id = o.id AND jsonb_array_length(r.item_snapshot) > 0))`);
  return found !== undefined;
}
