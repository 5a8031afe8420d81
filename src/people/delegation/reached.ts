import type { App } from '../../app.ts';
import type { OrganisationId, PrincipalId, Role } from '../principal.ts';
import type { Delegation } from './delegation.ts';
import { activeAt } from './record.ts';
import { heldToday, receiversNow } from './resolve.ts';

type Needs = Pick<App, 'database' | 'clock'>;

interface Holders {
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly people: readonly PrincipalId[];
}

/**
 * Whom a message to everybody with one role reaches: stand-ins instead of whoever is away. Whoever stands in for one report alone
 * does not take over what concerns the organisation.
 */
export function reachedOf(
  active: readonly Delegation[],
  { organisationId, role, people }: Holders,
): readonly PrincipalId[] {
  const whole = active.filter(
    (one) => one.organisationId === organisationId && one.role === role && one.reportId === null,
  );
  return receiversNow(
    heldToday(whole, (id) => people.includes(id)),
    people,
  );
}

/** The same of several organisations at once, as it is now. An organisation where nobody has the role is not among them. */
export async function reachedAtEach(
  { database, clock }: Needs,
  organisationIds: readonly OrganisationId[],
  role: Role,
): Promise<ReadonlyMap<OrganisationId, readonly PrincipalId[]>> {
  if (organisationIds.length === 0) return new Map();
  const [members, active] = await Promise.all([
    database.prisma.membership.findMany({
      where: { role, organisationId: { in: [...organisationIds] } },
      orderBy: [{ since: 'asc' }, { principalId: 'asc' }],
      select: { organisationId: true, principalId: true },
    }),
    activeAt({ database }, organisationIds, clock.now()),
  ]);
  const byOrganisation = Map.groupBy(members, ({ organisationId }) => organisationId);
  return new Map(
    [...byOrganisation].map(([organisationId, found]) => {
      const people = found.map(({ principalId }) => principalId);
      return [organisationId, reachedOf(active, { organisationId, role, people })];
    }),
  );
}

export const reachedAt = async (
  app: Needs,
  organisationId: OrganisationId,
  role: Role,
): Promise<readonly PrincipalId[]> =>
  (await reachedAtEach(app, [organisationId], role)).get(organisationId) ?? [];
