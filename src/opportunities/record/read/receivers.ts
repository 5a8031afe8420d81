/** Whom an opportunity concerns now: stand-ins instead of whoever is away. */
import type { App } from '../../../app.ts';
import { activeAt } from '../../../people/delegation/record.ts';
import { heldToday, receiversNow } from '../../../people/delegation/resolve.ts';
import type { OrganisationId, PrincipalId, Role } from '../../../people/principal.ts';
import type { Opportunity } from '../../need/opportunity.ts';

type Needs = Pick<App, 'database' | 'clock'>;

/** Administrators of each of these providers. */
export const adminsOf = (app: Needs, providerIds: readonly OrganisationId[]) =>
  reachedAt(app, providerIds, 'PROVIDER_ADMIN');

/** Whoever speaks for the brand: its store's owners, and the one of the staff who put it on record. */
export async function brandSide(
  app: Needs,
  { storeId, postedBy }: Pick<Opportunity, 'storeId' | 'postedBy'>,
): Promise<readonly PrincipalId[]> {
  return [...new Set([...(await ownersOf(app, storeId)), postedBy])];
}

/** Empty where the store is not in the directory. */
export async function ownersOf(app: Needs, storeId: OrganisationId | null): Promise<readonly PrincipalId[]> {
  if (storeId === null) return [];
  return (await reachedAt(app, [storeId], 'STORE_OWNER')).get(storeId) ?? [];
}

async function reachedAt(
  app: Needs,
  organisationIds: readonly OrganisationId[],
  role: Role,
): Promise<ReadonlyMap<OrganisationId, readonly PrincipalId[]>> {
  if (organisationIds.length === 0) return new Map();
  const [members, active] = await Promise.all([
    app.database.prisma.membership.findMany({
      where: { role, organisationId: { in: [...organisationIds] } },
      orderBy: [{ since: 'asc' }, { principalId: 'asc' }],
      select: { organisationId: true, principalId: true },
    }),
    activeAt(app, organisationIds, app.clock.now()),
  ]);
  const byOrganisation = Map.groupBy(members, ({ organisationId }) => organisationId);
  return new Map(
    [...byOrganisation].map(([organisationId, found]) => {
      const people = found.map(({ principalId }) => principalId);
      const reaching = active.filter(
        (one) => one.organisationId === organisationId && one.role === role && one.reportId === null,
      );
      return [
        organisationId,
        receiversNow(
          heldToday(reaching, (id) => people.includes(id)),
          people,
        ),
      ];
    }),
  );
}
