import { testApp, testClock } from '../../test/support/app.ts';
import { seedCast } from '../../test/support/cast.ts';
import { type BenchServer, benchServer, openBench } from '../support/postgres.ts';
import { everyday } from './everyday.ts';
import { explain, tellPlans, type WholeRead } from './explained.ts';
import { seedManyReports } from './many-reports.ts';
import { timePasses } from './time-passes.ts';

const REPORTS = 100_000;
/** Smaller tables are read whole because that is faster. */
const SMALLEST = 5_000;

/** `node bench/plans/plans.ts`: whatever an everyday click reads whole among 100,000 reports. */
async function wholeReads(server: BenchServer): Promise<readonly WholeRead[]> {
  const url = await server.create();
  const clock = testClock('2026-05-06T02:00:00Z');
  const { cast, template } = await seeded(url, clock);
  await using database = await openBench(url, 4);
  const explained = explain(database, SMALLEST);
  await using app = await testApp(database, clock);
  await everyday(app, cast, template, explained);
  await timePasses(app, cast, template, { clock, explained });
  process.stderr.write(`${explained.statements} plans\n`);
  return explained.wholeReads;
}

async function seeded(url: string, clock: ReturnType<typeof testClock>) {
  await using database = await openBench(url, 4);
  await using app = await testApp(database, clock);
  const cast = await seedCast(database);
  const template = await seedManyReports(app, cast, REPORTS);
  await tellPlans(database);
  return { cast, template };
}

if (import.meta.main) {
  await using server = await benchServer();
  for (const [what, reads] of Object.entries(Object.groupBy(await wholeReads(server), summary))) {
    process.stdout.write(`${what}\n  in: ${[...new Set(reads?.map(({ step }) => step))].join(', ')}\n`);
  }
}

function summary({ table, rows, statement }: WholeRead): string {
  return `${rows} rows of ${table}: ${statement}`;
}
