import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { ReportState } from '../../report.ts';

/** States in which somebody has to do something. */
export const OPEN_STATES = [
  'REQUESTED',
  'FILLING',
  'STORE_CONFIRM',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
  'SUSPENDED',
] as const satisfies readonly ReportState[];
export type OpenState = (typeof OPEN_STATES)[number];

const DAY_MS = 86_400_000;

/** Cases of one state, by how long they have been in it. */
export interface OpenCases {
  readonly state: OpenState;
  readonly count: number;
  readonly late: number;
  /** Less than 3 times 24 hours; less than 8; less than 15; more. */
  readonly days0to2: number;
  readonly days3to7: number;
  readonly days8to14: number;
  readonly days15on: number;
}

/** In the order of the workflow; states without a case are left out. */
export async function openCases(
  { database }: Pick<App, 'database'>,
  now: Date,
): Promise<readonly OpenCases[]> {
  const ago = (days: number) => Prisma.sql`${new Date(now.getTime() - days * DAY_MS)}::timestamptz`;
  const counted = (condition: Prisma.Sql) => Prisma.sql`count(*) FILTER (WHERE ${condition})::int`;
  const found = await database.query<OpenCases>(Prisma.sql`
    SELECT state, count(*)::int AS count, ${counted(Prisma.sql`deadline_at < ${now}::timestamptz`)} AS late,
      ${counted(Prisma.sql`state_since > ${ago(3)}`)} AS "days0to2",
      ${counted(Prisma.sql`state_since > ${ago(8)} AND state_since <= ${ago(3)}`)} AS "days3to7",
      ${counted(Prisma.sql`state_since > ${ago(15)} AND state_since <= ${ago(8)}`)} AS "days8to14",
      ${counted(Prisma.sql`state_since <= ${ago(15)}`)} AS "days15on"
    FROM report WHERE state IN (${Prisma.join([...OPEN_STATES])}) GROUP BY state`);
  return OPEN_STATES.flatMap((state) => found.filter((line) => line.state === state));
}
