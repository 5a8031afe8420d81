import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Incoming } from '../incoming.ts';

/** A request is set aside, for a lead to look at, when it has failed this often. */
export const MAX_ATTEMPTS = 5;
/** Taken up at once by one sweep. */
const BATCH = 50;

export interface Unfinished {
  readonly requestId: string;
  readonly incoming: Incoming;
  /** This one included. */
  readonly attempts: number;
}

interface Row {
  readonly key: string;
  readonly payload: Incoming;
  readonly attempts: number;
}

/** Requests that were kept, begun before `olderThan` and never finished. Each goes to one process only. */
export async function claimUnfinished(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  olderThan: Date,
): Promise<readonly Unfinished[]> {
  const rows = await database.query<Row>(Prisma.sql`
    UPDATE incoming SET attempts = attempts + 1, tried_at = ${clock.now()}
    WHERE key IN (
      SELECT key FROM incoming WHERE done_at IS NULL AND dead_at IS NULL AND tried_at < ${olderThan}
      ORDER BY tried_at LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED)
    RETURNING key, payload, attempts`);
  return rows.map(({ key, payload, attempts }) => ({ requestId: key, incoming: payload, attempts }));
}

export interface FailureNote {
  readonly requestId: string;
  readonly failure: string;
  readonly last: boolean;
}

export async function noteFailure(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { requestId, failure, last }: FailureNote,
): Promise<void> {
  const deadAt = last ? clock.now() : null;
  await database.query(Prisma.sql`
    UPDATE incoming SET failure = ${failure}, dead_at = ${deadAt}::timestamptz
    WHERE key = ${requestId} AND done_at IS NULL`);
}
