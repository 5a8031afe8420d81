import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Week } from '../week.ts';

const TIMED_STATES = ['REQUESTED', 'FILLING', 'STORE_CONFIRM', 'STAFF_REVIEW', 'INFO_REQUESTED'] as const;
export type TimedState = (typeof TIMED_STATES)[number];

/** How long those took whose turn it was, over the cases that they moved on in a week. */
export interface OwnTime {
  readonly state: TimedState;
  readonly count: number;
  /** Business minutes, of which 540 are a business day. Between two cases, what lies on the way from one to the other. */
  readonly medianMinutes: number;
  /** Nine of ten took no longer; likewise. */
  readonly p90Minutes: number;
}

/** Nobody's work: the store took the case back, or time was over. */
const NOT_MOVED_ON = ['T22', 'T23'];

/**
 * In the order of the workflow (domain-rules §12). One visit to a state is one time: it adds up what came before and after
 * every question of the staff, and leaves the wait for the answers out. A visit counts in the week in which it ended.
 */
export async function ownTime(
  { database }: Pick<App, 'database'>,
  { from, until }: Week,
): Promise<readonly OwnTime[]> {
  const found = await database.query<OwnTime>(Prisma.sql`
    WITH ended AS (
      SELECT report_id, state_seq, from_state FROM transition
      WHERE at >= ${from} AND at < ${until} AND own_minutes IS NOT NULL
        AND rule NOT IN ('T9.ask', ${Prisma.join(NOT_MOVED_ON)})),
    visit AS (SELECT from_state AS state, (${VISIT_MINUTES}) AS minutes FROM ended)
    SELECT state, count(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS "medianMinutes",
      percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) AS "p90Minutes"
    FROM visit GROUP BY state`);
  return TIMED_STATES.flatMap((state) => found.filter((line) => line.state === state));
}

/** From the last time that the case came here otherwise than back with an answer. */
const VISIT_MINUTES = Prisma.sql`
  SELECT sum(stint.own_minutes) FROM transition stint
  WHERE stint.report_id = ended.report_id AND stint.from_state = ended.from_state
    AND stint.state_seq <= ended.state_seq AND stint.state_seq > coalesce((
      SELECT max(entry.state_seq) FROM transition entry
      WHERE entry.report_id = ended.report_id AND entry.state_seq < ended.state_seq
        AND entry.to_state = ended.from_state AND entry.from_state IS DISTINCT FROM entry.to_state
        AND entry.rule <> 'T9.answer'), -1)`;
