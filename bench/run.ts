/**
 * `npm run bench`, or `npm run bench -- transition start` for some of it. Compare ratios within one run: absolute figures
 * are the machine's, and its load's.
 */
import { benchProviderSearch } from './provider-search.ts';
import { benchRating } from './rating/rating.ts';
import { benchRecommend } from './recommend/recommend.ts';
import { benchHelp } from './slack/help.ts';
import { benchStart } from './start/start.ts';
import { type Measurement, table } from './support/measurement.ts';
import { type BenchServer, benchServer } from './support/postgres.ts';
import { benchReminders } from './sweep/reminders.ts';
import { benchSweep } from './sweep/sweep.ts';
import { benchTransition } from './transition/accept.ts';

const BENCHMARKS: Readonly<Record<string, (server: BenchServer) => Promise<readonly Measurement[]>>> = {
  transition: benchTransition,
  sweep: async (server) => [...(await benchSweep(server)), ...(await benchReminders(server))],
  help: benchHelp,
  search: benchProviderSearch,
  start: benchStart,
  rating: benchRating,
  recommend: benchRecommend,
};

async function run(wanted: readonly string[]): Promise<void> {
  const names = wanted.length > 0 ? wanted : Object.keys(BENCHMARKS);
  await using server = await benchServer();
  const measured: Measurement[] = [];
  for (const name of names) {
    const benchmark = BENCHMARKS[name];
    if (!benchmark) throw new Error(`${name} is none of ${Object.keys(BENCHMARKS).join(', ')}.`);
    process.stderr.write(`${name} …\n`);
    measured.push(...(await benchmark(server)));
  }
  process.stdout.write(table(measured));
}

if (import.meta.main) await run(process.argv.slice(2));
