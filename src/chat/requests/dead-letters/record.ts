import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Incoming } from '../../incoming.ts';

/** A request that was acknowledged and could not be carried out: shown to a lead, who may have it tried again. */
export interface DeadRequest {
  readonly requestId: string;
  readonly incoming: Incoming;
  readonly receivedAt: Date;
  readonly deadAt: Date;
  readonly failure: string;
}

/** The newest first. */
export async function deadRequests(
  { database }: Pick<App, 'database'>,
  limit: number,
): Promise<readonly DeadRequest[]> {
  return database.query<DeadRequest>(Prisma.sql`
    SELECT key AS "requestId", payload AS incoming, received_at AS "receivedAt", dead_at AS "deadAt", failure
    FROM incoming WHERE done_at IS NULL AND dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT ${limit}::int`);
}

/** Code of the `Conflict` when somebody else had it tried again already. */
export const NOT_DEAD = 'not-dead';

/** The next sweep tries it again, as often as it tried before. Aborts with `NOT_DEAD`. */
export function revive(requestId: string): Prisma.Sql {
  return Prisma.sql`
    WITH revived AS (
      UPDATE incoming SET dead_at = NULL, attempts = 1
      WHERE key = ${requestId} AND dead_at IS NOT NULL AND done_at IS NULL RETURNING key)
    SELECT expect_rows((SELECT count(*) FROM revived), 1, ${NOT_DEAD}::text)`;
}
