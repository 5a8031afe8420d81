import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../src/audit/verify/verify.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { authenticate } from '../../../src/services/access/actions/authenticate.ts';
import { makeKeyLink } from '../../../src/services/access/actions/make-link.ts';
import { revokeKey } from '../../../src/services/access/actions/revoke-key.ts';
import { takeKey } from '../../../src/services/access/actions/take-key.ts';
import { revokeKeysOf } from '../../../src/services/access/grant.ts';
import { findGrant } from '../../../src/services/access/record/grants.ts';
import { givenPeople, givenProviders } from '../../directory/given.ts';
import { bothDatabases } from '../../support/database.ts';
import { type AccessDeps, admin, depsOn, givenGrant, givenKey, givenLevel, NOW } from './given.ts';

const ADA = admin('ada', 'prv_1');
const ASKED = { actor: ADA, applicationId: 'app_1', mode: 'LIVE', requestId: 'slack:keys' } as const;

describe.each(await bothDatabases())('keys on $name', ({ open }) => {
  let database: Database;
  let deps: AccessDeps;
  beforeAll(async () => {
    database = await open();
    deps = depsOn(database);
    await givenProviders(database, { id: 'prv_1', name: '云图' }, { id: 'prv_2', name: '云海' });
    await givenPeople(database, [
      { user: 'ada', role: 'PROVIDER_ADMIN', at: 'prv_1' },
      { user: 'ben', role: 'PROVIDER_ADMIN', at: 'prv_2' },
    ]);
    await givenLevel(database, 'prv_1', '4');
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    deps.clock.moveTo(NOW);
    await database.change([
      Prisma.sql`DELETE FROM api_key`,
      Prisma.sql`DELETE FROM api_key_link`,
      Prisma.sql`DELETE FROM api_grant`,
    ]);
    await givenGrant(deps);
  });

  const link = async (overrides: object = {}) => {
    const made = await makeKeyLink(deps, { ...ASKED, ...overrides });
    if ('refused' in made) throw new Error(made.refused);
    return made.ok.token;
  };
  const holds = async (key: string) => 'ok' in (await authenticate(deps, key));

  it('speak for whoever took them, at this provider alone', async () => {
    const key = await givenKey(deps, { actor: ADA });
    const found = await authenticate(deps, key);
    expect(found).toMatchObject({
      ok: {
        mode: 'LIVE',
        providerId: 'prv_1',
        person: { principalId: 'ada', memberships: [{ role: 'PROVIDER_ADMIN', organisationId: 'prv_1' }] },
      },
    });
    expect((await verify(database)).finding).toBeNull();
  });

  it('are stored as a hash, and are in no event', async () => {
    const key = await givenKey(deps, { actor: ADA });
    const rows = await database.query<{ all: string }>(Prisma.sql`
      SELECT (SELECT string_agg(k::text, '') FROM api_key k) || (SELECT string_agg(payload, '') FROM audit_event) AS all`);
    expect(rows[0]?.all).toContain(key.slice(0, 12));
    expect(rows[0]?.all).not.toContain(key.slice(12));
  });

  it('one link gives one key to two who open it at once', async () => {
    const token = await link();
    const taken = await Promise.all([takeKey(deps, token), takeKey(deps, token)]);
    expect(taken.filter((each) => 'ok' in each)).toHaveLength(1);
    expect(taken.filter((each) => 'refused' in each)).toEqual([{ refused: 'access.link-over', data: {} }]);
    expect(await database.prisma.apiKey.count()).toBe(1);
  });

  it.each([
    ['a day after it was made', () => deps.clock.moveTo('2026-05-07T04:00:00Z')],
    ['when the same person asked for a newer one', async () => void (await link())],
    ['when its application has ended', () => database.change(revokeKeysOf('app_1', deps.clock.now()))],
  ])('a link is over %s', async (_when, happens) => {
    const token = await link();
    await happens();
    expect(await takeKey(deps, token)).toEqual({ refused: 'access.link-over', data: {} });
  });

  it('a link of somebody who administers the provider no more is over', async () => {
    const token = await link();
    await database.query(
      Prisma.sql`UPDATE membership SET role = 'PROVIDER_MEMBER' WHERE principal_id = 'ada'`,
    );
    expect(await takeKey(deps, token)).toEqual({ refused: 'access.link-over', data: {} });
    await database.query(
      Prisma.sql`UPDATE membership SET role = 'PROVIDER_ADMIN' WHERE principal_id = 'ada'`,
    );
  });

  it('a successor leaves the old key three days', async () => {
    const old = await givenKey(deps, { actor: ADA });
    const grant = await findGrant(deps, 'app_1', 'LIVE');
    const fresh = await givenKey(deps, { actor: ADA, replaces: grant?.keys[0]?.id ?? '' });
    expect([await holds(old), await holds(fresh)]).toEqual([true, true]);
    deps.clock.moveTo('2026-05-09T04:00:00Z');
    expect([await holds(old), await holds(fresh)]).toEqual([false, true]);
  });

  it('a revoked key is gone with the next request, and is not revoked twice', async () => {
    const key = await givenKey(deps, { actor: ADA });
    const [listed] = (await findGrant(deps, 'app_1', 'LIVE'))?.keys ?? [];
    const keyId = listed?.id ?? '';
    expect(await revokeKey(deps, { ...ASKED, keyId })).toMatchObject({ ok: { keys: [] } });
    expect(await holds(key)).toBe(false);
    expect(await revokeKey(deps, { ...ASKED, keyId })).toMatchObject({ refused: 'access.key-gone' });
  });

  it('the end of an application ends its keys, and a later grant does not bring them back', async () => {
    const key = await givenKey(deps, { actor: ADA });
    await database.change(revokeKeysOf('app_1', deps.clock.now()));
    expect(await holds(key)).toBe(false);
    await givenGrant(deps);
    expect(await holds(key)).toBe(false);
  });

  it.each([
    ['P', 0],
    ['R', 0],
    ['3', 5],
    ['4', 9],
    ['6', 9],
  ])('at level %s a live key has %i of the scopes that were granted', async (level, count) => {
    await givenLevel(database, 'prv_1', level);
    const found = await authenticate(deps, await givenKey(deps, { actor: ADA }));
    expect('ok' in found && found.ok.scopes).toHaveLength(count);
  });

  it('a live key has none while the rating is suspended', async () => {
    await givenLevel(database, 'prv_1', '4');
    const key = await givenKey(deps, { actor: ADA });
    const suspended = (at: Date | null) =>
      database.query(Prisma.sql`UPDATE provider_rating SET suspended_at = ${at}::timestamptz`);
    await suspended(deps.clock.now());
    expect(await authenticate(deps, key)).toMatchObject({ ok: { scopes: [] } });
    await suspended(null);
  });

  it('a sandbox key has its scopes at every level', async () => {
    await givenLevel(database, 'prv_1', 'P');
    await givenGrant(deps, { mode: 'SANDBOX', scopes: ['reports:read'] });
    const found = await authenticate(deps, await givenKey(deps, { actor: ADA, mode: 'SANDBOX' }));
    expect(found).toMatchObject({ ok: { mode: 'SANDBOX', scopes: ['reports:read'] } });
  });

  it.each([
    ['another provider', { actor: admin('ben', 'prv_2') }, 'people.not-your-organisation'],
    ['an application without a grant', { applicationId: 'app_none' }, 'access.no-grant'],
    ['a key to replace that is gone', { replaces: 'key_none' }, 'access.key-gone'],
  ])('%s gets no link', async (_who, overrides, refused) => {
    expect(await makeKeyLink(deps, { ...ASKED, ...overrides })).toMatchObject({ refused });
  });

  it('of one application five are good at once and no more', async () => {
    for (let taken = 0; taken < 5; taken += 1) await givenKey(deps, { actor: ADA });
    expect(await makeKeyLink(deps, ASKED)).toEqual({ refused: 'access.too-many-keys', data: { most: 5 } });
  });
});
