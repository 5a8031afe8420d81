import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { verify } from '../../src/audit/verify/verify.ts';
import { changeStanding } from '../../src/directory/actions/standing/change-standing.ts';
import type { TypedStanding } from '../../src/directory/actions/standing/standing-fields.ts';
import { findStanding, standingDigest } from '../../src/directory/records/standing-record.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { isRefused } from '../../src/result.ts';
import { testApp, testClock } from '../support/app.ts';
import { bothDatabases } from '../support/database.ts';
import { actor, givenPeople, givenProviders, NOW } from './given.ts';

const ROUNDS = 20;

const TYPED: TypedStanding = {
  recognisedUntil: '2027-12-31',
  barred: false,
  reason: '',
  deposit: '0',
  licenceUntil: '',
  authorisationUntil: '',
  watchedUntil: '',
};

describe.each(await bothDatabases())('two leads at the same moment on $name', ({ open }) => {
  let database: Database;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, testClock('2026-05-06T04:00:00Z'));
    await givenProviders(database, { id: 'prv_1', name: '云图电商' });
    await givenPeople(database, [
      { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
      { user: 'OTHER', role: 'STAFF_LEAD', at: 'platform' },
    ]);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  async function shownNow(): Promise<string> {
    const kept = await findStanding(app, 'prv_1');
    return kept ? standingDigest(kept.standing) : '';
  }

  interface Asked {
    readonly shown: string;
    readonly typed?: Partial<TypedStanding>;
    readonly requestId?: string;
  }

  const change = (lead: string, { shown, typed = {}, requestId = 'slack:none' }: Asked) =>
    changeStanding(app, {
      actor: actor('STAFF_LEAD', 'platform', lead),
      requestId,
      providerId: 'prv_1',
      shown,
      standing: { ...TYPED, ...typed },
      draft: Prisma.sql`SELECT 1`,
    });

  // The row of the provider stays the same in the second case: only its qualifications differ.
  it.each([
    ['a deposit', (round: number) => [{ deposit: `${round}1` }, { deposit: `${round}2` }]],
    [
      'a licence',
      (round: number) => [
        { licenceUntil: `20${30 + round}-01-01` },
        { licenceUntil: `20${30 + round}-02-02` },
      ],
    ],
  ] as const)('over %s: one wins, and the other is told whose', async (_, typed) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const shown = await shownNow();
      const [mine = {}, theirs = {}] = typed(round);
      const results = await Promise.all([
        change('LEAD', { shown, typed: mine }),
        change('OTHER', { shown, typed: theirs }),
      ]);
      expect(results.filter((result) => !isRefused(result))).toHaveLength(1);
      const winner = isRefused(results[0]) ? 'OTHER' : 'LEAD';
      expect(results.filter(isRefused)).toMatchObject([
        { refused: 'directory.standing-changed', data: { name: '云图电商', by: winner } },
      ]);
    }
    expect(await database.prisma.qualification.count()).toBeLessThanOrEqual(1);
    expect((await verify(database)).finding).toBeNull();
  });

  it('who looked before it was changed by a list that somebody loaded is told so', async () => {
    const shown = await shownNow();
    await database.query(Prisma.sql`UPDATE provider SET deposit_available_minor = 7`);
    await database.query(Prisma.sql`UPDATE qualification SET valid_until = '2031-01-01'`);
    expect(await change('LEAD', { shown })).toHaveProperty('refused', 'directory.standing-changed');
  });

  it('a request that comes twice changes it once', async () => {
    const requestId = 'slack:standing-twice';
    await database.query(Prisma.sql`INSERT INTO incoming (key, payload, received_at, tried_at)
      VALUES (${requestId}, '{}', ${NOW}, ${NOW})`);
    const once = await change('LEAD', { shown: await shownNow(), typed: { deposit: '123' }, requestId });
    expect(once).toMatchObject({ ok: { changed: expect.arrayContaining(['depositAvailableMinor']) } });
    const again = async () =>
      change('LEAD', { shown: await shownNow(), typed: { deposit: '456' }, requestId });
    await expect(again()).rejects.toThrow('already-handled');
    expect((await findStanding(app, 'prv_1'))?.standing.depositAvailableMinor).toBe(12_300);
  });
});
