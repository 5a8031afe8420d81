import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { freezeQuarter } from '../../../src/ratings/actions/cycle/freeze-quarter.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import { scoreQuarter } from '../../../src/ratings/actions/cycle/score.ts';
import { testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, monthRows, monthsBetween, providerRow, storeRow, write } from '../support/given-rated.ts';

const QUARTER = '2026-Q1';

describe.each(await bothDatabases())('the figures of a quarter on $name', ({ open }) => {
  let database: Database;
  const clock = testClock('2026-04-01T01:00:00Z');
  beforeAll(async () => {
    database = await open();
    const stores = Array.from({ length: 14 }, (_, index) => `st_${String(index).padStart(2, '0')}`);
    await write(database, [
      ...['prv_whole', 'prv_late', 'prv_paused', 'prv_design', 'prv_related', 'prv_peers'].map((id) =>
        providerRow(id),
      ),
      ...stores.map((id) => storeRow(id)),
      bondRows({ providerId: 'prv_whole', storeId: 'st_00' }),
      bondRows({ providerId: 'prv_whole', storeId: 'st_01' }),
      // Filed back to January, approved on 16 February.
      bondRows({
        providerId: 'prv_late',
        storeId: 'st_02',
        from: '2026-01-01',
        history: [['2026-02-15T16:00:00Z', 'ACTIVE']],
      }),
      bondRows({
        providerId: 'prv_paused',
        storeId: 'st_03',
        history: [
          ['2025-01-01T00:00:00+08:00', 'ACTIVE'],
          ['2026-02-01T00:00:00+08:00', 'SUSPENDED'],
          ['2026-03-01T00:00:00+08:00', 'ACTIVE'],
          ['2026-03-11T00:00:00+08:00', 'NOTICE'],
          ['2026-03-21T00:00:00+08:00', 'TERMINATED'],
        ],
      }),
      bondRows({ providerId: 'prv_design', storeId: 'st_04', primary: false, scope: ['DESIGN'] }),
      bondRows({ providerId: 'prv_related', storeId: 'st_05', related: true }),
      bondRows({ providerId: 'prv_related', storeId: 'st_05', primary: false, scope: ['DESIGN'] }),
      ...stores.slice(6).map((storeId) => bondRows({ providerId: 'prv_peers', storeId })),
      monthRows(
        stores.flatMap((storeId) =>
          monthsBetween('2025-01-01', 15).map((month) => ({
            storeId,
            month,
            gmvMinor: storeId === 'st_00' && month >= '2026' ? 30_000_000 : 10_000_000,
          })),
        ),
      ),
    ]);
    await freezeQuarter({ database, clock }, QUARTER);
    await scoreQuarter({ database, clock }, { quarter: QUARTER, only: null, reason: null });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const bond = (storeId: string) => database.prisma.ratingBond.findFirstOrThrow({ where: { storeId } });
  const input = async (providerId: string) => {
    const { input: text } = await database.prisma.ratingSnapshot.findFirstOrThrow({ where: { providerId } });
    return JSON.parse(text);
  };

  it('count every day of a relationship that stood throughout', async () => {
    expect(await bond('st_00')).toMatchObject({
      quarterMonths: expect.anything(),
      gmvNow: 90_000_000n,
      gmvYearAgo: 30_000_000n,
    });
    expect(Number((await bond('st_00')).quarterMonths)).toBe(3);
    expect(Number((await bond('st_00')).yearMonths)).toBe(12);
  });

  it('leave out the days before the approval, however far back it was filed', async () => {
    const { quarterMonths, orders } = await bond('st_02');
    // 13 of 28 days of February, and March.
    expect(Number(quarterMonths)).toBe(1.46);
    expect(Number(orders)).toBe(732.14);
  });

  it('leave out suspension, keep notice, and end on the day that ends it', async () => {
    // January, and 20 of 31 days of March.
    expect(Number((await bond('st_03')).quarterMonths)).toBe(1.65);
  });

  it('count GMV for the primary operator alone', async () => {
    expect(await bond('st_04')).toMatchObject({ gmvNow: 0n, gmvYear: 0n });
    expect(Number((await bond('st_04')).orders)).toBe(1_500);
  });

  it('count the days of two reports of one pair once, and a related party not for growth', async () => {
    expect(await bond('st_05')).toMatchObject({ related: true });
    expect(Number((await bond('st_05')).quarterMonths)).toBe(3);
    expect((await input('prv_related')).evidence.growth).toEqual([]);
  });

  it('become evidence against the peers without one’s own stores', async () => {
    const { evidence, standing, active } = await input('prv_whole');
    expect(evidence.growth).toEqual([
      { gmv: 90_000_000, previous: 30_000_000, peerRatio: 1 },
      { gmv: 30_000_000, previous: 30_000_000, peerRatio: 1 },
    ]);
    expect((await input('prv_peers')).evidence.growth[0].peerRatio).toBe(1.333333);
    expect(evidence.experience[0]).toMatchObject({
      orders: 1_500,
      shipped: 1_500,
      onTime: 1_410,
      disputes: 6,
      dsr: [4.8, 4.8, 4.8],
      categoryDsr: [4.8, 4.8, 4.8],
      disputeBenchmark: 0.004,
      onTimeBenchmark: 0.94,
    });
    expect([standing.stores, standing.storeMonths, active]).toEqual([2, 24, true]);
    // Six providers are too few for a group of their own kind; they are all of one here.
    expect(evidence.scale).toMatchObject({ group: 6, storeMonths: 24 });
  });

  it('are not scored twice', async () => {
    await scoreQuarter({ database, clock }, { quarter: QUARTER, only: null, reason: null });
    expect(await database.prisma.ratingSnapshot.count()).toBe(6);
    expect(await freezeQuarter({ database, clock }, QUARTER)).toBe(false);
  });

  it('are published on their day, once, and the levels stand from then on', async () => {
    clock.moveTo('2026-04-19T15:59:00Z');
    await runDueCycle({ database, clock });
    expect(await database.prisma.providerRating.count()).toBe(0);
    clock.moveTo('2026-04-19T16:00:00Z');
    await runDueCycle({ database, clock });
    await runDueCycle({ database, clock });
    expect(await database.prisma.providerRating.count()).toBe(6);
    expect(await database.prisma.auditEvent.findMany({ where: { action: 'rating.published' } })).toHaveLength(
      1,
    );
  });

  it('never change once they are a snapshot', async () => {
    await expect(database.prisma.ratingSnapshot.updateMany({ data: { level: '6' } })).rejects.toThrow();
    await expect(database.prisma.ratingSnapshot.deleteMany()).rejects.toThrow();
  });
});
