import { applyMigrations } from '../prisma/migrate.ts';
import { searchProviders } from '../src/directory/search/search.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase, openPGlite } from '../src/platform/database/open.ts';
import { insertProviders } from './many-providers.ts';

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

/** `node bench/provider-search.ts`: in memory, or on an empty database that BENCH_DATABASE_URL names. */
async function main(): Promise<void> {
  const url = process.env.BENCH_DATABASE_URL;
  await using database = url ? await openDatabase({ databaseUrl: url, dataDir: '' }) : await openPGlite({});
  await applyMigrations(database);
  await insertProviders(database, PROVIDERS);
  for (const text of TEXTS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await searchProviders({ database, clock: systemClock }, { text });
      times.push(performance.now() - start);
    }
    const [median, worst] = [times.toSorted((a, b) => a - b)[ROUNDS >> 1], Math.max(...times)];
    process.stdout.write(
      `${text.padEnd(16)} median ${median?.toFixed(1)} ms, worst ${worst.toFixed(1)} ms\n`,
    );
  }
}

if (import.meta.main) await main();
