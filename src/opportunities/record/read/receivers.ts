/** Whom an opportunity concerns now: stand-ins instead of whoever is away. */
import type { App } from '../../../app.ts';
import { reachedAt, reachedAtEach } from '../../../people/delegation/reached.ts';
import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';
import type { Opportunity } from '../../need/opportunity.ts';

type Needs = Pick<App, 'database' | 'clock'>;

/** Administrators of each of these providers. */
export const adminsOf = (app: Needs, providerIds: readonly OrganisationId[]) =>
  reachedAtEach(app, providerIds, 'PROVIDER_ADMIN');

/** Whoever speaks for the brand: its store's owners, and the one of the staff who put it on record. */
export async function brandSide(
  app: Needs,
  { storeId, postedBy }: Pick<Opportunity, 'storeId' | 'postedBy'>,
): Promise<readonly PrincipalId[]> {
  return [...new Set([...(await ownersOf(app, storeId)), postedBy])];
}

/** Empty where the store is not in the directory. */
export async function ownersOf(app: Needs, storeId: OrganisationId | null): Promise<readonly PrincipalId[]> {
  return storeId === null ? [] : reachedAt(app, storeId, 'STORE_OWNER');
}
