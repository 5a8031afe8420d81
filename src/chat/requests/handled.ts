import { Prisma } from '../../platform/database/generated/client.ts';

/** The code of the `Conflict` when a request was carried out before: nothing of the second change is written. */
export const ALREADY_HANDLED = 'already-handled';

/**
 * Goes into the change that a request asks for: the request is done exactly when its change is. A second execution
 * aborts with the code `already-handled`. Says nothing of requests that were never kept (effect `read`).
 */
export function handled(requestId: string, at: Date): Prisma.Sql {
  return Prisma.sql`
    WITH done AS (${doneNow(requestId, at)} RETURNING key)
    SELECT expect_rows((SELECT count(*) FROM done), (SELECT count(*) FROM incoming WHERE key = ${requestId}),
      ${ALREADY_HANDLED}::text)`;
}

/** For requests that changed nothing: refused, or only shown something. */
export function finished(requestId: string, at: Date): Prisma.Sql {
  return doneNow(requestId, at);
}

// Only the key is needed to refuse a replay: what was typed is not kept a second time.
const doneNow = (requestId: string, at: Date): Prisma.Sql =>
  Prisma.sql`UPDATE incoming SET done_at = ${at}, payload = '{}' WHERE key = ${requestId} AND done_at IS NULL`;

/** No platform repeats a request after days: older keys protect nothing. */
const REPLAY_WINDOW_MS = 3 * 24 * 60 * 60 * 1000;

export const forgetDone = (now: Date): Prisma.Sql =>
  Prisma.sql`DELETE FROM incoming WHERE done_at < ${new Date(now.getTime() - REPLAY_WINDOW_MS)}`;
