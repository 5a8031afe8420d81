import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Week } from '../week.ts';

/** A field, or a quality standard's code, that was commented on when cases were returned. */
export interface ReturnReason {
  readonly field: string;
  /** Returns that named it. */
  readonly times: number;
}

/** The most frequent first; equally frequent ones by name. */
export function returnReasons(
  { database }: Pick<App, 'database'>,
  { from, until }: Week,
  limit: number,
): Promise<readonly ReturnReason[]> {
  return database.query<ReturnReason>(Prisma.sql`
    SELECT c.field, count(DISTINCT (t.report_id, t.state_seq))::int AS times
    FROM transition t JOIN report_comment c ON c.report_id = t.report_id AND c.state_seq = t.state_seq
    WHERE t.at >= ${from} AND t.at < ${until} AND t.rule IN ('T6', 'T8') AND c.kind = 'RETURN' AND c.field IS NOT NULL
    GROUP BY c.field ORDER BY times DESC, c.field LIMIT ${limit}::int`);
}
