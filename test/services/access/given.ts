import type { App } from '../../../src/app.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { createIds } from '../../../src/platform/ids.ts';
import { makeKeyLink } from '../../../src/services/access/actions/make-link.ts';
import { takeKey } from '../../../src/services/access/actions/take-key.ts';
import { type KeyOffer, offerKey } from '../../../src/services/access/grant.ts';
import { SCOPES } from '../../../src/services/access/scopes.ts';
import { type TestClock, testClock } from '../../support/app.ts';

export const NOW = '2026-05-06T04:00:00Z';

export type AccessDeps = Pick<App, 'database' | 'ids'> & { readonly clock: TestClock };

export function depsOn(database: Database): AccessDeps {
  const clock = testClock(NOW);
  return { database, clock, ids: createIds(clock) };
}

export const admin = (principalId: string, providerId: string): Actor => ({
  principalId,
  memberships: [{ role: 'PROVIDER_ADMIN', organisationId: providerId }],
});

/** An application of `prv_1` that has got its grant. */
export async function givenGrant(
  { database, clock }: Pick<AccessDeps, 'database' | 'clock'>,
  overrides: Partial<KeyOffer> = {},
): Promise<void> {
  const offer: KeyOffer = {
    ...{ applicationId: 'app_1', providerId: 'prv_1', mode: 'LIVE', scopes: SCOPES, allowedIps: [] },
    ...{ now: clock.now(), ...overrides },
  };
  await database.change(offerKey(offer).statements);
}

export async function givenLevel(database: Database, providerId: string, level: string): Promise<void> {
  await database.query(Prisma.sql`
    INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags)
    VALUES (${providerId}, '2026-Q1', 1, ${level}, 3, '{}')
    ON CONFLICT (provider_id) DO UPDATE SET level = excluded.level`);
}

/** A key that the administrator took through a link. */
export async function givenKey(
  deps: AccessDeps,
  {
    applicationId = 'app_1',
    mode = 'LIVE',
    ...link
  }: Partial<Parameters<typeof makeKeyLink>[1]> & { actor: Actor },
): Promise<string> {
  const made = await makeKeyLink(deps, { applicationId, mode, requestId: 'test', ...link });
  if ('refused' in made) throw new Error(made.refused);
  const taken = await takeKey(deps, made.ok.token);
  if ('refused' in taken) throw new Error(taken.refused);
  return taken.ok.key;
}
