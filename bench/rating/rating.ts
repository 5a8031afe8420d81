import type { Database } from '../../src/platform/database/database.ts';
import { freezeQuarter } from '../../src/ratings/actions/cycle/freeze-quarter.ts';
import { runDueCycle } from '../../src/ratings/actions/cycle/run-due.ts';
import type { Measurement } from '../support/measurement.ts';
import { type BenchServer, openBench } from '../support/postgres.ts';
import { insertRated } from './many-ratings.ts';

const PROVIDERS = 100_000;
const BUDGET_SECONDS = 60;
const QUARTER = '2026-Q1';
/** The day of publication, so that one run does everything. */
const clock = { now: () => new Date('2026-04-20T01:00:00Z') };

/** A whole cycle from recorded figures to published levels, for 100,000 providers with a year of months each. */
export async function benchRating(server: BenchServer): Promise<readonly Measurement[]> {
  await using database = await openBench(await server.create(), 4);
  await insertRated(database, PROVIDERS);
  const before = process.cpuUsage();
  const frozen = await secondsOf(() => freezeQuarter({ database, clock }, QUARTER));
  const rest = await secondsOf(() => runDueCycle({ database, clock }));
  const { user, system } = process.cpuUsage(before);
  const rated = await rowsOf(database);
  const total = frozen + rest;
  return [
    {
      what: `rating run, ${PROVIDERS.toLocaleString('en')} providers, a year of months each, PostgreSQL (${rated.toLocaleString('en')} published)`,
      measured: `${total.toFixed(1)} s`,
      peer: `of that, figures frozen: ${frozen.toFixed(1)} s; on the processor, without the database: ${((user + system) / 1e6).toFixed(1)} s`,
      ratio: null,
      budget: `<= ${BUDGET_SECONDS} s`,
      met: total <= BUDGET_SECONDS && rated === PROVIDERS,
    },
  ];
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

const rowsOf = (database: Database): Promise<number> => database.prisma.providerRating.count();
