import { applyMigrations } from '../prisma/migrate.ts';
import { searchProviders } from '../src/directory/search/search.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Database } from '../src/platform/database/database.ts';
import { openDatabase, openPGlite } from '../src/platform/database/open.ts';
import { insertProviders } from './many-providers.ts';
import { type Measurement, median } from './support/measurement.ts';
import { type BenchServer, openBench } from './support/postgres.ts';

const PROVIDERS = 100_000;
const ROUNDS = 15;

/** From the rarest to the commonest, right and mistyped. */
const TEXTS = [
  '杭州云图网络科技有限公司',
  '云图',
  '科技',
  '技',
  'yuntu',
  'y',
  'brightbridge',
  'brihgtbridge',
  '云途网络科技',
  '电子商物',
];

/** Searches by name among 100,000 providers, each text some times over. */
export async function benchProviderSearch(server: BenchServer): Promise<readonly Measurement[]> {
  await using database = await openBench(await server.create(), 4);
  const times = await searchTimes(database);
  const [fastest, slowest] = [times[0], times.at(-1)];
  return [
    {
      what: `/provider search among ${PROVIDERS.toLocaleString('en')}, PostgreSQL, median of the slowest text (${slowest?.text})`,
      measured: `${slowest?.median.toFixed(1)} ms`,
      peer: `the fastest text (${fastest?.text}): ${fastest?.median.toFixed(1)} ms`,
      ratio: null,
      budget: '',
      met: null,
    },
  ];
}

interface SearchTime {
  readonly text: string;
  readonly median: number;
  readonly worst: number;
}

/** Milliseconds of each text, the fastest first. */
async function searchTimes(database: Database): Promise<readonly SearchTime[]> {
  await insertProviders(database, PROVIDERS);
  const all: SearchTime[] = [];
  for (const text of TEXTS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await searchProviders({ database, clock: systemClock }, { text });
      times.push(performance.now() - start);
    }
    all.push({ text, median: median(times), worst: Math.max(...times) });
  }
  return all.toSorted((a, b) => a.median - b.median);
}

/** `node bench/provider-search.ts`: in memory, or on an empty database that BENCH_DATABASE_URL names. */
async function main(): Promise<void> {
  const url = process.env.BENCH_DATABASE_URL;
  await using database = url ? await openDatabase({ databaseUrl: url, dataDir: '' }) : await openPGlite({});
  await applyMigrations(database);
  for (const { text, median: middle, worst } of await searchTimes(database)) {
    process.stdout.write(`${text.padEnd(16)} median ${middle.toFixed(1)} ms, worst ${worst.toFixed(1)} ms\n`);
  }
}

if (import.meta.main) await main();
