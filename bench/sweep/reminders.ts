import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { sweepReminders } from '../../src/reminders/sweep/sweep.ts';
import { REMINDER_SOURCES } from '../../src/vocabularies.ts';
import { testApp, testClock } from '../../test/support/app.ts';
import { caseDriver } from '../../test/support/case-driver.ts';
import { seedCast } from '../../test/support/cast.ts';
import { cloneReports } from '../support/clone-reports.ts';
import { type Measurement, median } from '../support/measurement.ts';
import { type BenchServer, openBench } from '../support/postgres.ts';

const DUE = 1_000;
const FEW = 10_000;
const MANY = 1_000_000;
/** Each with as many reminders due as the one before. */
const ROUNDS = 3;

interface Swept {
  readonly milliseconds: number;
  readonly told: number;
  readonly plan: string;
}

/** Architecture §7: 1,000 reminders due among a million open cases cost what they cost among ten thousand. */
export async function benchReminders(server: BenchServer): Promise<readonly Measurement[]> {
  const few = await sweep(server, FEW);
  const many = await sweep(server, MANY);
  const ratio = many.milliseconds / few.milliseconds;
  return [
    {
      what: `sweep of reminders: ${DUE.toLocaleString('en')} due among ${MANY.toLocaleString('en')} open (${many.plan})`,
      measured: `${Math.round(many.milliseconds)} ms`,
      peer: `among ${FEW.toLocaleString('en')}: ${Math.round(few.milliseconds)} ms`,
      ratio,
      budget: '≤ 2',
      met: ratio <= 2 && many.plan.includes('reminder_due') && many.told === few.told && many.told > 0,
    },
  ];
}

async function sweep(server: BenchServer, open: number): Promise<Swept> {
  const clock = testClock('2026-05-04T02:00:00Z');
  await using database = await openBench(await server.create(), 4);
  await using app = await testApp(database, clock);
  const cast = await seedCast(database);
  const drive = caseDriver(app, cast);
  const template = await drive.draft();
  await drive.apply(template, cast.owner, { type: 'request' });
  await cloneReports(database, {
    template,
    count: open,
    perStore: 500,
    providers: 1_000,
    belongings: 'none',
  });
  await planned(database, template);
  const plan = await duePlan(app);
  const rounds: number[] = [];
  let told = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    clock.moveTo(new Date(Date.UTC(2026, 5, round, 3)));
    const start = performance.now();
    told = await sweepReminders(app, REMINDER_SOURCES);
    rounds.push(performance.now() - start);
  }
  return { milliseconds: median(rounds), told, plan };
}

/** The first ones come due on three mornings, all others next year; each case has the six rungs of its ladder. */
async function planned({ connection }: Database, template: string): Promise<void> {
  if (connection.kind !== 'postgres') throw new Error('Only a PostgreSQL server has room for this.');
  await connection.pool.query(`DELETE FROM reminder WHERE object = '${template}'`);
  await connection.pool.query(`
    INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
    SELECT id, 2, rung, '*', CASE WHEN rung = 'at-80' AND n < ${DUE * ROUNDS}
      THEN timestamptz '2026-06-01 02:00Z' + (n / ${DUE}) * interval '1 day'
      ELSE timestamptz '2027-01-01' + n * interval '1 second' END
    FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM report WHERE id <> '${template}') r,
      unnest(ARRAY['at-50', 'at-80', 'at-100', 'at-150', 'at-200', 'last-1']) rung`);
  await connection.pool.query('ANALYZE reminder');
}

/** The index behind the sweep's own question, asked of the planner. */
async function duePlan({ database, clock }: Awaited<ReturnType<typeof testApp>>): Promise<string> {
  const rows = await database.query<{ 'QUERY PLAN': string }>(Prisma.sql`
    EXPLAIN SELECT object FROM reminder
    WHERE settled_at IS NULL AND due_at <= ${clock.now()} AND receiver = '*' ORDER BY due_at LIMIT 250`);
  const lines = rows.map((row) => row['QUERY PLAN']);
  return (
    /(Seq Scan on \w+|Index (?:Only )?Scan using \w+|Bitmap Index Scan on \w+)/.exec(lines.join('\n'))?.[0] ??
    'unknown'
  );
}
