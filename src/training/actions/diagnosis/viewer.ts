import type { App } from '../../../app.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../../people/permissions.ts';
import { type Actor, holds, ROLE_ORGANISATION } from '../../../people/principal.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { consents } from '../../record/consent/consent.ts';

/** In whose place somebody looks at a store. */
export interface Viewer {
  readonly as: 'STORE' | 'PROVIDER' | 'COACH';
  /** The provider for which the store consented; null for the store itself. */
  readonly providerId: string | null;
}

/**
 * The store's owner always; a provider that works for it, and staff, where the store has consented. Refuses `people.*`,
 * `training.no-relationship`, and `training.no-consent` with whose consent is missing.
 */
export async function viewerOf(
  app: Pick<App, 'database'>,
  actor: Actor,
  storeId: string,
): Promise<Result<Viewer>> {
  const refusal = permissionRefusal(permitted('training.diagnose', actor));
  if (refusal) return refusal;
  if (holds(actor, 'STORE_OWNER', storeId)) return ok({ as: 'STORE', providerId: null });
  const staff = membershipsFor('training.diagnose', actor).some(
    ({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM',
  );
  const own = actor.memberships
    .filter(({ role }) => ROLE_ORGANISATION[role] === 'PROVIDER')
    .map(({ organisationId }) => organisationId);
  const pairs = await consents(app, { stores: [storeId], ...(staff ? {} : { providers: own }) });
  const pair = pairs.find(({ granted }) => granted) ?? pairs[0];
  if (!pair) return refuse('training.no-relationship');
  const { storeName: store, providerName: provider, providerId } = pair;
  if (!pair.granted) return refuse('training.no-consent', { store, provider, storeId, providerId });
  return ok({ as: staff ? 'COACH' : 'PROVIDER', providerId });
}
