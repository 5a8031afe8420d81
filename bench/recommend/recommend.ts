import { type BrandNeed, recommend } from '../../src/opportunities/actions/recommend.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { Measurement } from '../support/measurement.ts';
import { type BenchServer, openBench } from '../support/postgres.ts';
import { insertProviders, rateThem } from './many-candidates.ts';

const PROVIDERS = 100_000;
const ROUNDS = 200;
const BUDGET_MS = 50;
const NEEDS: readonly Omit<BrandNeed, 'opportunityId'>[] = [
  { category: 'TOYS', scopes: ['OPERATIONS'] },
  { category: 'BEAUTY_SKINCARE', scopes: ['OPERATIONS', 'MARKETING'] },
  { category: 'PETS', scopes: ['MARKETING', 'DESIGN'] },
  { category: 'BEAUTY_MAKEUP', scopes: ['LIVE_CONTENT', 'TECHNOLOGY', 'WAREHOUSE_LOGISTICS'] },
];
const clock = { now: () => new Date('2026-05-06T04:00:00Z') };

/** Slates for brands' needs: before anybody is rated, when a lot decides among all, and once nine of ten are. */
export async function benchRecommend(server: BenchServer): Promise<readonly Measurement[]> {
  await using database = await openBench(await server.create(), 4);
  await insertProviders(database, PROVIDERS);
  const unrated = await measured(database, 'nobody rated yet');
  await rateThem(database, PROVIDERS);
  return [await measured(database, 'nine of ten rated'), unrated];
}

async function measured(database: Database, who: string): Promise<Measurement> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const need = NEEDS[round % NEEDS.length] ?? NEEDS[0];
    const start = performance.now();
    await recommend(
      { database, clock },
      { category: 'TOYS', scopes: [], ...need, opportunityId: `opp_${round}` },
    );
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return {
    what: `ranked recommendation among ${PROVIDERS.toLocaleString('en')} providers, ${who}, PostgreSQL, p95`,
    measured: `${at(0.95).toFixed(1)} ms`,
    peer: `median ${at(0.5).toFixed(1)} ms`,
    ratio: null,
    budget: `<= ${BUDGET_MS} ms`,
    met: at(0.95) <= BUDGET_MS,
  };
}
