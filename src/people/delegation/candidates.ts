import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRole } from '../find-person.ts';
import type { Membership, PrincipalId } from '../principal.ts';
import type { Colleague } from './judge.ts';

type Reads = Pick<App, 'database'>;

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
