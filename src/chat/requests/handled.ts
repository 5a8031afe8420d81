import { Prisma } from '../../platform/database/generated/client.ts';

/** The code of the `Conflict` when a request was carried out before: nothing of the second change is written. */
export const ALREADY_HANDLED = 'already-handled';

/**
 * Goes into the change that a request asks for: the request is done exactly when its change is. A second execution
 * aborts with the code `already-handled`. Says nothing of requests that were never kept (effect `read`).
 */
export function handled(requestId: string, at: Date): Prisma.Sql {
  return Prisma.sql`
    WITH done AS (UPDATE incoming SET done_at = ${at} WHERE key = ${requestId} AND done_at IS NULL RETURNING key)
    SELECT expect_rows((SELECT count(*) FROM done), (SELECT count(*) FROM incoming WHERE key = ${requestId}),
      ${ALREADY_HANDLED}::text)`;
}

/** For requests that changed nothing: refused, or only shown something. */
export function finished(requestId: string, at: Date): Prisma.Sql {
  return Prisma.sql`UPDATE incoming SET done_at = ${at} WHERE key = ${requestId} AND done_at IS NULL`;
}
