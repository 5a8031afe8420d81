import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { runDueCycle } from '../../src/ratings/actions/cycle/run-due.ts';
import { cycleDates, quartersBetween, shifted } from '../../src/ratings/cycle/quarter.ts';
import { openGates } from '../../src/ratings/levels/gates.ts';
import { type Level, rankOf } from '../../src/ratings/levels/level.ts';
import { move } from '../../src/ratings/levels/movement.ts';
import {
  ratingOf,
  type SnapshotInput,
  type SnapshotResult,
  snapshotOf,
} from '../../src/ratings/score/snapshot.ts';
import { monthRows, monthsBetween } from '../ratings/support/given-rated.ts';
import { testClock } from '../support/app.ts';
import { postgres, postgresAvailable, testDatabase } from '../support/database.ts';

const PROVIDERS = 500;
const FIRST = '2025-Q1';
const QUARTERS = Array.from({ length: 6 }, (_, index) => shifted(FIRST, index));
const CATEGORIES = ['TOYS', 'PETS', 'HEALTH'];

interface Snapshot {
  readonly providerId: string;
  readonly quarter: string;
  readonly input: SnapshotInput;
  readonly inputText: string;
  readonly inputHash: string;
  readonly result: SnapshotResult;
}

/** The same every time: what a provider's quality is, and how it drifts from quarter to quarter. */
const chance = (...parts: readonly (string | number)[]): number =>
  createHash('sha256').update(parts.join('|')).digest().readUInt32BE() / 2 ** 32;
const qualityOf = (provider: number, quarter: number): number => {
  const base = chance('quality', provider);
  const drift = chance('drift', provider) < 0.3 ? (chance('way', provider) - 0.5) * quarter * 0.5 : 0;
  return Math.min(1, Math.max(0, base + drift + (chance('noise', provider, quarter) - 0.5) * 0.3));
};
const storesOf = (provider: number): number => 1 + Math.floor(chance('stores', provider) * 7);
const quarterOfMonth = (month: string): number =>
  quartersBetween(FIRST, `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`);

describe('six quarters of 500 providers', () => {
  let database: Database;
  let snapshots: readonly Snapshot[];
  beforeAll(async () => {
    database = (await postgresAvailable()) ? await postgres() : await testDatabase();
    await populate(database);
    const clock = testClock('2025-04-01T00:00:00Z');
    for (const quarter of QUARTERS) {
      clock.moveTo(`${cycleDates(quarter).frozenOn}T01:00:00Z`);
      await runDueCycle({ database, clock });
      clock.moveTo(`${cycleDates(quarter).publishedOn}T01:00:00Z`);
      await runDueCycle({ database, clock });
    }
    const rows = await database.prisma.ratingSnapshot.findMany({
      orderBy: [{ providerId: 'asc' }, { quarter: 'asc' }],
    });
    snapshots = rows.map(({ providerId, quarter, input, inputHash, result }) => ({
      providerId,
      quarter,
      input: JSON.parse(input),
      inputText: input,
      inputHash,
      result: result as unknown as SnapshotResult,
    }));
  }, 300_000);
  afterAll(() => database[Symbol.asyncDispose]());

  it('leave one snapshot of everybody for each quarter', () => {
    expect(snapshots).toHaveLength(PROVIDERS * QUARTERS.length);
  });

  it('can be computed again from what went in, to the same hash and the same rating', () => {
    for (const { input, inputText, inputHash, result } of snapshots) {
      expect(createHash('sha256').update(inputText, 'utf8').digest('hex')).toBe(inputHash);
      expect(snapshotOf(input)).toEqual(result);
    }
  });

  it('move everybody as the table says, by one level at most, and down only after a warning', () => {
    const movements = new Map<string, number>();
    for (const { input, result } of snapshots) {
      const { level, movement } = result.level;
      movements.set(movement, (movements.get(movement) ?? 0) + 1);
      if (movement === 'HOLD' || movement === 'LAPSE') continue;
      const gates = openGates({ ...input.standing, rating: ratingOf(input) });
      const { qualifyingCycles } = result.level;
      const expected = move(input.carried, { score: result.published ?? 0, gates, qualifyingCycles });
      expect({ level, movement }).toEqual({ level: expected.level, movement: expected.movement });
      if (input.carried.level === 'P') continue;
      const steps = rankOf(level) - rankOf(input.carried.level);
      expect(Math.abs(steps)).toBeLessThanOrEqual(1);
      if (steps < 0) expect(input.carried.atRisk).toBe(true);
    }
    // Every line of the table has been gone through.
    expect([...movements.keys()].sort()).toEqual(
      ['AT_RISK', 'BUFFER', 'DEMOTE', 'FIRST_RATING', 'HOLD', 'KEEP', 'PROMOTE'].sort(),
    );
  });

  it('carry each quarter’s outcome into the next, and publish the mean of two', () => {
    const before = new Map(snapshots.map((each) => [`${each.providerId} ${each.quarter}`, each]));
    for (const { providerId, quarter, input, result } of snapshots) {
      const last = before.get(`${providerId} ${shifted(quarter, -1)}`);
      if (!last) continue;
      expect(input.carried).toMatchObject({
        level: last.result.level.level,
        lastScore: last.result.level.lastScore,
      });
      if (result.score === null || result.published === null) continue;
      const mean =
        input.carried.lastScore === null ? result.score : (result.score + input.carried.lastScore) / 2;
      expect(Math.abs(result.published - mean)).toBeLessThanOrEqual(0.005_000_1);
    }
  });

  it('end where the last snapshot says, and benefits outlast a demotion to the quarter’s end', async () => {
    const standing = await database.prisma.providerRating.findMany();
    const last = new Map(
      snapshots.filter(({ quarter }) => quarter === QUARTERS.at(-1)).map((each) => [each.providerId, each]),
    );
    expect(standing).toHaveLength(PROVIDERS);
    for (const { providerId, level, benefitsLevel, benefitsUntil } of standing) {
      const { input, result } = last.get(providerId) ?? {};
      expect(level).toBe(result?.level.level);
      const demoted = rankOf(level as Level) < rankOf(input?.carried.level ?? 'P');
      expect(benefitsLevel).toBe(demoted ? input?.carried.level : null);
      expect(benefitsUntil).toEqual(demoted ? new Date('2026-09-30') : null);
    }
  });

  it('rate better providers higher, and leave those without evidence unrated', () => {
    const last = snapshots.filter(({ quarter }) => quarter === QUARTERS.at(-1));
    const quality = ({ providerId }: Snapshot) => qualityOf(Number(providerId.slice(4)), 5);
    const mean = (all: readonly number[]) => all.reduce((total, each) => total + each, 0) / all.length;
    const rated = last.filter(({ result }) => result.level.level !== 'P');
    const [low, high] = [
      rated.filter((each) => quality(each) < 0.3),
      rated.filter((each) => quality(each) > 0.7),
    ];
    const published = (all: readonly Snapshot[]) => mean(all.map(({ result }) => result.published ?? 0));
    expect(published(high)).toBeGreaterThan(published(low) + 10);
    const single = last.filter(({ input }) => input.standing.stores < 2);
    expect(single.length).toBeGreaterThan(20);
    expect(new Set(single.map(({ result }) => result.level.level))).toEqual(new Set(['P']));
  });
});

async function populate(database: Database): Promise<void> {
  const months = monthsBetween('2024-01-01', 30);
  for (let from = 0; from < PROVIDERS; from += 100) {
    const batch = Array.from({ length: 100 }, (_, index) => from + index);
    await database.change([
      ...organisations(batch),
      monthRows(
        batch.flatMap((provider) =>
          storeIds(provider).flatMap((id) => months.map((month) => figures(id, provider, month))),
        ),
      ),
      ...voices(batch),
    ]);
  }
}

const providerId = (provider: number): string => `prv_${String(provider).padStart(3, '0')}`;
const storeIds = (provider: number): readonly string[] =>
  Array.from({ length: storesOf(provider) }, (_, index) => `st_${provider}_${index}`);

/** Everybody’s stores have been with them since the beginning of 2024. */
function organisations(batch: readonly number[]): readonly Prisma.Sql[] {
  const bonds = batch.flatMap((provider) =>
    storeIds(provider).map((store) => ({
      store,
      provider: providerId(provider),
      category: CATEGORIES[provider % CATEGORIES.length],
    })),
  );
  const given = Prisma.sql`jsonb_to_recordset(${JSON.stringify(bonds)}::jsonb) AS b(store text, provider text, category text)`;
  return [
    Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
      SELECT store, 'STORE', store, store, now() FROM ${given}
      UNION ALL SELECT DISTINCT provider, 'PROVIDER', provider, provider, now() FROM ${given}`,
    Prisma.sql`INSERT INTO provider (id, recognised_until, categories)
      SELECT DISTINCT provider, '2099-12-31'::date, ARRAY[category] FROM ${given}`,
    Prisma.sql`INSERT INTO store (id, categories) SELECT store, ARRAY[category] FROM ${given}`,
    Prisma.sql`INSERT INTO report (id, store_id, provider_id, entry_channel, state, state_seq, state_since, service_item_ids,
        service_scope, primary_operator, purchase_start, purchase_months, reporting_start, reporting_months, reporting_end,
        rules, created_at)
      SELECT 'CR-' || store, store, provider, 'REPORT', 'ACTIVE', 1, '2024-01-01', '{}', '{OPERATIONS}', true,
        '2024-01-01', 36, '2024-01-01', 36, '2026-12-31', '{}', '2024-01-01' FROM ${given}`,
    Prisma.sql`INSERT INTO transition (report_id, state_seq, rule, to_state, actor, at)
      SELECT 'CR-' || store, 0, 'T11', 'ACTIVE', 'somebody', '2023-12-31T16:00:00Z' FROM ${given}`,
  ];
}

function figures(storeId: string, provider: number, month: string) {
  const quality = qualityOf(provider, Math.max(0, quarterOfMonth(month)));
  return {
    storeId,
    month,
    gmvMinor: Math.round(
      5_000_000 *
        (1 + quality * 0.02 * Math.max(0, quarterOfMonth(month) + 4)) *
        (1 + chance(storeId, month) * 0.1),
    ),
    orders: 400,
    onTime: Math.round(400 * (0.88 + 0.11 * quality)),
    disputes: Math.round((1 - quality) * 5),
    dsr: Math.round((4.7 + 0.18 * quality) * 100) / 100,
  };
}

/** Surveys, checks and capability of each quarter. */
function voices(batch: readonly number[]): readonly Prisma.Sql[] {
  const quarters = batch.flatMap((provider) =>
    QUARTERS.map((quarter, index) => ({ provider, quarter, index, quality: qualityOf(provider, index) })),
  );
  const answers = quarters.flatMap(({ provider, quarter, quality }) =>
    storeIds(provider).map((store) => ({
      provider: providerId(provider),
      store,
      quarter,
      stars: 1 + Math.round(quality * 4),
    })),
  );
  const checks = quarters.flatMap(({ provider, quarter, index, quality }) =>
    storeIds(provider).flatMap((store) =>
      [1, 2, 3].map((code) => ({
        store,
        month: `${quarter.slice(0, 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`,
        code: `QS0${code}`,
        verdict: chance(store, quarter, code) < 0.55 + 0.45 * quality ? 'MET' : 'MISSED',
      })),
    ),
  );
  const capability = quarters.map(({ provider, quarter, quality }) => ({
    provider: providerId(provider),
    quarter,
    certified: Math.round(quality * 10),
  }));
  return [
    Prisma.sql`INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty, would_renew,
        principal_id, at)
      SELECT a.provider, a.store, a.quarter, a.stars, a.stars, a.stars, a.stars, 'owner', now()
      FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS a(provider text, store text, quarter text, stars int)`,
    Prisma.sql`INSERT INTO quality_check (report_id, month, code, target, n, verdict, source, recorded_by, recorded_at)
      SELECT 'CR-' || c.store, c.month, c.code, '1', 100, c.verdict, 'FEED', 'feed', now()
      FROM jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) AS c(store text, month date, code text, verdict text)`,
    Prisma.sql`INSERT INTO capability_record (provider_id, quarter, staff, certified_staff, tasks_assigned, tasks_done,
        api_days, api_healthy_days)
      SELECT c.provider, c.quarter, 10, c.certified, 4, c.certified / 3, 90, 80 + c.certified
      FROM jsonb_to_recordset(${JSON.stringify(capability)}::jsonb) AS c(provider text, quarter text, certified int)`,
  ];
}
