import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { isRefused } from '../../../src/result.ts';
import { diagnoseStore } from '../../../src/training/actions/diagnosis/diagnose-store.ts';
import { refreshBenchmarks } from '../../../src/training/actions/diagnosis/refresh-benchmarks.ts';
import { readBenchmark } from '../../../src/training/record/benchmarks/read-benchmarks.ts';
import { actor } from '../../directory/given.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { figureRows, named, peerRows } from '../support/given-stores.ts';
import { ADMIN, code, consented, LEAD, NOVEMBER, OWNER, setStage } from '../support/stage.ts';

describe.each(await bothDatabases())('a store is diagnosed on $name', ({ open }) => {
  let database: Database;
  let clock: TestClock;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    clock = testClock(NOVEMBER);
    app = await testApp(database, clock);
    await setStage(database);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const diagnosed = (who: Actor, storeId = 'st_1') =>
    diagnoseStore(app, { actor: who, requestId: 'slack:none', storeId });
  const made = async (who: Actor) => {
    const found = await diagnosed(who);
    if (isRefused(found)) throw new Error(found.refused);
    return found.ok;
  };

  it('not before there is anybody to compare it with', async () => {
    const { diagnosis } = await made(OWNER);
    expect(diagnosis.result).toMatchObject({ verdict: 'INSUFFICIENT', missing: [{ what: 'benchmark' }] });
  });

  it('against benchmarks of its category and size, made once for each month until figures come in', async () => {
    expect(await refreshBenchmarks(app)).toBe(4);
    expect(await refreshBenchmarks(app)).toBe(0);
    const found = await readBenchmark(
      app,
      { month: '2026-10-01', months: 1 },
      { category: 'TOYS', currency: 'CNY', tier: 1 },
    );
    expect(found).toMatchObject({ group: 'TOYS', stores: 25, onTimeShare: 1, dsr: [4.8, 4.8, 4.8] });
    expect(found?.median.CVR).toBeCloseTo(0.025, 4);
    expect(found?.change).toBeCloseTo(-1 / 31, 2);
    await imported('2026-11-05T02:00:00Z');
    clock.moveTo('2026-11-05T03:00:00Z');
    expect(await refreshBenchmarks(app)).toBe(4);
  });

  it('against the same benchmarks when two processes make them at once', async () => {
    for (const minute of ['10', '20', '30']) {
      await imported(`2026-11-05T03:${minute}:00Z`);
      clock.moveTo(`2026-11-05T03:${minute}:30Z`);
      await Promise.all([refreshBenchmarks(app), refreshBenchmarks(app), refreshBenchmarks(app)]);
    }
    expect(await refreshBenchmarks(app)).toBe(0);
  });

  it('for its owner, who needs nobody’s leave', async () => {
    const { viewer, diagnosis } = await made(OWNER);
    expect(viewer).toEqual({ as: 'STORE', providerId: null });
    expect(diagnosis.result).toMatchObject({
      verdict: 'WEAK_FACTOR',
      main: 'CVR',
      secondary: [],
      evidence: { days: 30, confidence: 'HIGH', uv: 60_000, orders: 1_080 },
      benchmark: { group: 'TOYS', stores: 25 },
    });
  });

  it.each<[string, Actor, string, string]>([
    ['its member', actor('STORE_MEMBER', 'st_1'), 'st_1', 'people.role-needed'],
    ['the owner of another store', actor('STORE_OWNER', 'st_2'), 'st_1', 'training.no-relationship'],
    [
      'a provider that does not work for it',
      actor('PROVIDER_ADMIN', 'prv_2'),
      'st_1',
      'training.no-relationship',
    ],
    ['its provider, unless it consents', ADMIN, 'st_1', 'training.no-consent'],
    ['a coach, unless it consents', LEAD, 'st_1', 'training.no-consent'],
    ['anybody, where nobody works for it', LEAD, 'st_peer_01', 'training.no-relationship'],
  ])('not for %s', async (_, who, storeId, refused) => {
    expect(code(await diagnosed(who, storeId))).toBe(refused);
  });

  it('for its provider and a coach from the consent until it is withdrawn', async () => {
    expect(code(await consented(app))).toBe('ok');
    expect(code(await consented(app))).toBe('training.consent-changed');
    expect((await made(ADMIN)).viewer).toEqual({ as: 'PROVIDER', providerId: 'prv_1' });
    expect((await made(LEAD)).viewer.as).toBe('COACH');
    expect(code(await consented(app, 1, false))).toBe('ok');
    expect(code(await diagnosed(ADMIN))).toBe('training.no-consent');
    expect(code(await consented(app, 2, true))).toBe('ok');
  });

  it('a consent that two clicks change at once is changed once', async () => {
    const results = await Promise.all([consented(app, 3, false), consented(app, 3, false)]);
    expect(results.map(code).sort()).toEqual(['ok', 'training.consent-changed']);
    await consented(app, 4, true);
  });

  it('once in each turn of the provider’s level, and then anew', async () => {
    const { diagnosis } = await made(ADMIN);
    await database.change([
      Prisma.sql`UPDATE store_month SET uv = 55000 WHERE store_id = 'st_1' AND month = '2026-10-01'`,
    ]);
    expect(await made(ADMIN)).toMatchObject({ diagnosis: { id: diagnosis.id }, next: '2026-12-01' });
    clock.moveTo('2026-12-02T02:00:00Z');
    expect(await made(ADMIN)).toMatchObject({ next: null, diagnosis: { month: '2026-10-01' } });
    clock.moveTo('2026-11-05T03:00:00Z');
  });

  it('the same figures make no second diagnosis of it', async () => {
    clock.moveTo('2026-11-05T04:00:00Z');
    const before = await database.prisma.storeDiagnosis.count();
    const [first, second] = [await made(OWNER), await made(OWNER)];
    expect(first.diagnosis.id).toBe(second.diagnosis.id);
    expect(await database.prisma.storeDiagnosis.count()).toBe(before + 1);
  });

  it('what was diagnosed cannot be altered, and stands in the chains', async () => {
    await expect(database.query(Prisma.sql`UPDATE store_diagnosis SET verdict = 'HEALTHY'`)).rejects.toThrow(
      'new figures make a new diagnosis',
    );
    expect(await verify(database)).toMatchObject({ finding: null });
  });

  it('in a small category against the one above it', async () => {
    const [skincare, makeup] = [named(12, 'st_skin'), named(12, 'st_makeup')];
    await database.change([
      ...peerRows(skincare, 'BEAUTY_SKINCARE'),
      ...peerRows(makeup, 'BEAUTY_MAKEUP'),
      figureRows([...skincare, ...makeup].map((storeId) => ({ storeId, month: '2026-10-01' }))),
    ]);
    await imported('2026-11-06T02:00:00Z');
    clock.moveTo('2026-11-06T03:00:00Z');
    await refreshBenchmarks(app);
    const found = await diagnosed(actor('STORE_OWNER', 'st_skin_00'), 'st_skin_00');
    expect(found).toMatchObject({
      ok: { diagnosis: { result: { verdict: 'HEALTHY', benchmark: { group: 'BEAUTY', stores: 24 } } } },
    });
  });

  const imported = (at: string) =>
    database.query(Prisma.sql`INSERT INTO store_month_import (id, file_name, sha256, accepted, unchanged, rejected,
      imported_by, imported_at) VALUES (${at}, 'x', 'x', 1, 0, 0, 'x', ${new Date(at)})`);
});
