import { type BrandNeed, recommend } from '../../src/opportunities/actions/recommend.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { insertRated } from '../rating/many-ratings.ts';
import type { Measurement } from '../support/measurement.ts';
import { type BenchServer, openBench } from '../support/postgres.ts';

const PROVIDERS = 100_000;
const ROUNDS = 60;
const BUDGET_MS = 50;
const NEEDS: readonly Omit<BrandNeed, 'opportunityId'>[] = [
  { category: 'TOYS', scopes: ['OPERATIONS'] },
  { category: 'BEAUTY_SKINCARE', scopes: ['OPERATIONS', 'MARKETING'] },
  { category: 'PETS', scopes: ['MARKETING', 'DESIGN'] },
];
const clock = { now: () => new Date('2026-05-06T04:00:00Z') };

/** Slates for brands' needs among 100,000 providers, nine of ten of them rated. */
export async function benchRecommend(server: BenchServer): Promise<readonly Measurement[]> {
  await using database = await openBench(await server.create(), 4);
  await insertRated(database, PROVIDERS);
  await rateThem(database);
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
  return [
    {
      what: `ranked recommendation among ${PROVIDERS.toLocaleString('en')} providers, PostgreSQL, p95`,
      measured: `${at(0.95).toFixed(1)} ms`,
      peer: `median ${at(0.5).toFixed(1)} ms`,
      ratio: null,
      budget: `<= ${BUDGET_MS} ms`,
      met: at(0.95) <= BUDGET_MS,
    },
  ];
}

async function rateThem({ connection }: Database): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server has room for this.');
  await connection.pool.query(`INSERT INTO provider_rating (provider_id, quarter, version, level, published, scored_cycles, flags)
    SELECT 'prv_' || n, '2026-Q1', 1, (ARRAY['R', '3', '4', '5'])[1 + n % 4], 40 + (n * 7919) % 5000 / 100.0, 1 + n % 6, '{}'
    FROM generate_series(1, ${PROVIDERS}) n WHERE n % 10 <> 0`);
  await connection.pool.query(`INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
    SELECT 'si_' || n || '_' || s, 'prv_' || n, 'x', (ARRAY['OPERATIONS', 'MARKETING', 'DESIGN', 'FULL'])[1 + (n + s) % 4], 'x',
      now(), now() FROM generate_series(1, ${PROVIDERS}) n, generate_series(0, 1) s`);
  await connection.pool.query('ANALYZE');
}
