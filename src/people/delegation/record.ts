import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRole } from '../find-person.ts';
import type { Membership, OrganisationId, PrincipalId } from '../principal.ts';
import type { Delegation } from './delegation.ts';
import type { Colleague } from './judge.ts';

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

/** What is active at an organisation at this moment, of every role and for every report. */
export function activeAt(
  { database }: Reads,
  organisationId: OrganisationId,
  now: Date,
): Promise<Delegation[]> {
  return database.query<Delegation>(Prisma.sql`
    SELECT ${DELEGATION_COLUMNS} FROM delegation d
    WHERE d.organisation_id = ${organisationId} AND d.until_at > ${now} AND d.from_at <= ${now}
      AND d.ended_at IS NULL`);
}

/** Undefined: nobody has this id. */
export async function colleagueNamed(
  { database: { prisma } }: Reads,
  id: PrincipalId,
): Promise<Colleague | undefined> {
  const found = await prisma.principal.findUnique({ where: { id }, include: { memberships: true } });
  if (!found) return undefined;
  const memberships = found.memberships.flatMap(({ organisationId, role }) =>
    isRole(role) ? [{ organisationId, role }] : [],
  );
  return { principalId: id, displayName: found.displayName, memberships };
}

/** Somebody who could take over for one of the memberships. */
export interface Candidate extends Membership {
  readonly principalId: PrincipalId;
  readonly name: string;
}

/** More than a form can offer is found by nobody. */
const MOST_CANDIDATES = 400;

export interface OwnRole extends Membership {
  readonly organisation: string;
}

/** The roles for which somebody can name a stand-in, and who has the same ones. */
export async function rolesAndCandidates(
  { database }: Reads,
  principalId: PrincipalId,
): Promise<{ readonly roles: readonly OwnRole[]; readonly candidates: readonly Candidate[] }> {
  const [roles, candidates] = await Promise.all([
    database.query<OwnRole>(Prisma.sql`
      SELECT m.organisation_id AS "organisationId", m.role, o.name AS organisation
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.principal_id = ${principalId} AND m.role <> 'AUDITOR' ORDER BY m.since, o.name, m.role`),
    database.query<Candidate>(Prisma.sql`
      SELECT other.organisation_id AS "organisationId", other.role, p.id AS "principalId", p.display_name AS name
      FROM membership mine
        JOIN membership other USING (organisation_id, role)
        JOIN principal p ON p.id = other.principal_id
      WHERE mine.principal_id = ${principalId} AND other.principal_id <> ${principalId} AND mine.role <> 'AUDITOR'
      ORDER BY p.display_name, p.id LIMIT ${MOST_CANDIDATES}`),
  ]);
  return { roles, candidates };
}

/** Whether a report is one of this organisation's; the platform's people look after all of them. */
export async function isReportOf(
  { database }: Reads,
  reportId: string,
  organisationId: OrganisationId,
): Promise<boolean> {
  const [found] = await database.query(Prisma.sql`
    SELECT 1 FROM report r JOIN organisation o ON o.id = ${organisationId}
    WHERE r.id = ${reportId} AND (o.kind = 'PLATFORM' OR ${organisationId} IN (r.store_id, r.provider_id))`);
  return found !== undefined;
}
