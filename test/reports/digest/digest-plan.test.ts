import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { funnel } from '../../../src/reports/digest/numbers/funnel.ts';
import { happened } from '../../../src/reports/digest/numbers/happened.ts';
import { ownTime } from '../../../src/reports/digest/numbers/own-time.ts';
import { returnReasons } from '../../../src/reports/digest/numbers/returns.ts';
import { weekOf } from '../../../src/reports/digest/week.ts';
import { testDatabase } from '../../support/database.ts';
import { lived } from './population.ts';

const WEEK = weekOf(new Date('2026-06-10T00:00:00Z'), 'Asia/Shanghai');

const stack = new AsyncDisposableStack();
let database: Database;
beforeAll(async () => {
  database = stack.use(await testDatabase());
  await manyYears(database);
});
afterAll(() => stack.disposeAsync());

/** 4,000 cases, one every six hours, each of five changes and eight comments. */
async function manyYears({ query }: Database): Promise<void> {
  await lived(database, { state: 'EXPIRED' });
  await query(Prisma.sql`
    INSERT INTO report SELECT (r).* FROM (
      SELECT jsonb_populate_record(r, jsonb_build_object('id', 'CR-2025-' || n)) AS r
      FROM report r, generate_series(1, 4000) n) cloned`);
  await query(Prisma.sql`
    INSERT INTO transition (report_id, state_seq, rule, from_state, to_state, actor, at, own_minutes)
    SELECT 'CR-2025-' || n, step, (ARRAY['T2', 'T3', 'T5', 'T6', 'T7'])[step], 'FILLING', 'FILLING', 'prn_x',
      timestamptz '2026-06-14 12:00Z' - n * interval '6 hours' + step * interval '1 hour', 60
    FROM generate_series(1, 4000) n, generate_series(1, 5) step`);
  await query(Prisma.sql`
    INSERT INTO report_comment (id, report_id, revision, state_seq, kind, field, text, author, at)
    SELECT 'cmt_' || report_id || n, report_id, 1, state_seq, 'RETURN', 'contractNo', 'No.', 'prn_x', at
    FROM transition, generate_series(1, 8) n WHERE rule = 'T6'`);
  for (const table of ['transition', 'report_comment', 'report'])
    await query(Prisma.raw(`ANALYZE ${table}`) as Prisma.Sql);
}

/** Answers every question with how it would be answered. */
const explaining = (plans: string[]): Pick<App, 'database'> => ({
  database: {
    ...database,
    query: async <T>(sql: Prisma.Sql): Promise<T[]> => {
      const lines = await database.query<Record<string, string>>(Prisma.sql`EXPLAIN ${sql}`);
      plans.push(lines.flatMap((line) => Object.values(line)).join('\n'));
      return database.query<T>(sql);
    },
  },
});

it.each([
  ['the time that each side took', ownTime],
  ['what happened', happened],
  ['why cases came back', (app: Pick<App, 'database'>) => returnReasons(app, WEEK, 5)],
  ['the funnel', funnel],
])('%s is read from the weeks that are asked for, not from all that is on record', async (_name, ask) => {
  const plans: string[] = [];
  await ask(explaining(plans), WEEK);
  expect(plans.join('\n')).toContain('transition_at_idx');
  expect(plans.join('\n')).not.toContain('Seq Scan');
});
