import { Prisma } from '../../src/platform/database/generated/client.ts';
import { tickDue } from '../../src/reports/actions/tick.ts';
import { testApp, testClock } from '../../test/support/app.ts';
import { caseDriver } from '../../test/support/case-driver.ts';
import { seedCast } from '../../test/support/cast.ts';
import { cloneReports } from '../support/clone-reports.ts';
import type { Measurement } from '../support/measurement.ts';
import { type BenchServer, openBench } from '../support/postgres.ts';

/** As many as one round takes. */
const DUE = 200;
const FEW = 10_000;
const MANY = 100_000;

interface Swept {
  readonly milliseconds: number;
  readonly transitions: number;
  /** How PostgreSQL finds what is due. */
  readonly plan: string;
}

/** Architecture §7: a round costs what is due, not what is open. */
export async function benchSweep(server: BenchServer): Promise<readonly Measurement[]> {
  const few = await sweep(server, FEW);
  const many = await sweep(server, MANY);
  const ratio = many.milliseconds / few.milliseconds;
  return [
    {
      what: `round of the clock: ${few.transitions} due among ${MANY.toLocaleString('en')} open (${many.plan})`,
      measured: `${Math.round(many.milliseconds)} ms`,
      peer: `among ${FEW.toLocaleString('en')}: ${Math.round(few.milliseconds)} ms`,
      ratio,
      budget: '≤ 2',
      met: ratio <= 2 && many.plan.includes('report_wake_at_idx') && many.transitions === few.transitions,
    },
  ];
}

async function sweep(server: BenchServer, open: number): Promise<Swept> {
  const clock = testClock('2026-05-04T02:00:00Z');
  await using database = await openBench(await server.create(), 4);
  await using app = await testApp(database, clock);
  const cast = await seedCast(database);
  const driver = caseDriver(app, cast);
  const template = await driver.toReview();
  await driver.apply(template, cast.reviewer, { type: 'approve' });
  const copies = { template, perStore: 5, providers: 1 };
  await cloneReports(database, {
    ...copies,
    count: DUE,
    belongings: 'whole',
    columns: ", 'primary_operator', false",
  });
  const later = `, 'wake_at', '2027-01-01'::timestamptz + n * interval '1 minute'`;
  await cloneReports(database, { ...copies, from: DUE, count: open, belongings: 'none', columns: later });
  clock.moveTo('2026-06-01T02:00:00Z');
  await database.query(Prisma.sql`DELETE FROM occupancy`);
  const plan = await duePlan(app);
  const start = performance.now();
  const transitions = await tickDue(app);
  return { milliseconds: performance.now() - start, transitions, plan };
}

/** The index behind `tickDue`'s own question, asked of the planner. */
async function duePlan({ database, clock }: Awaited<ReturnType<typeof testApp>>): Promise<string> {
  const rows = await database.query<{ 'QUERY PLAN': string }>(Prisma.sql`
    EXPLAIN SELECT id FROM report WHERE wake_at <= ${clock.now()} ORDER BY wake_at LIMIT ${DUE}`);
  const lines = rows.map((row) => row['QUERY PLAN']);
  return /(Seq Scan|Index (?:Only )?Scan using \w+)/.exec(lines.join('\n'))?.[0] ?? 'unknown';
}
