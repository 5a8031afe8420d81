import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';

/** A write by its idempotency key. */
export interface Write {
  readonly applicationId: string;
  readonly mode: string;
  readonly key: string;
  readonly requestHash: string;
}

export interface KeptAnswer {
  readonly status: number;
  /** JSON. */
  readonly answer: string;
}

/** Longer than anybody sends a request again. */
const KEPT_MS = 24 * 60 * 60 * 1000;

interface Row {
  readonly request_hash: string;
  readonly status: number | null;
  readonly answer: string | null;
}

/**
 * Takes the write for this process, or says what became of it. `busy`: it is at work, here or elsewhere; `other`: the key
 * was used for another request. One that was begun
 * so long ago that its process must have died is taken over.
 */
export async function claimWrite(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  write: Write,
  abandonedAfterMs: number,
): Promise<'claimed' | 'busy' | 'other' | KeptAnswer> {
  const now = clock.now();
  const forgotten = new Date(now.getTime() - KEPT_MS);
  const abandoned = new Date(now.getTime() - abandonedAfterMs);
  const { applicationId, mode, key, requestHash } = write;
  const claimed = await database.query(Prisma.sql`
    WITH forgotten AS (DELETE FROM api_write WHERE started_at < ${forgotten} AND NOT (${isWrite(write)}))
    INSERT INTO api_write AS w (application_id, mode, key, request_hash, started_at)
    VALUES (${applicationId}, ${mode}, ${key}, ${requestHash}, ${now})
    ON CONFLICT (application_id, mode, key) DO UPDATE SET started_at = excluded.started_at, status = NULL,
        answer = NULL, request_hash = excluded.request_hash
      WHERE w.started_at < ${forgotten} OR (w.status IS NULL AND w.request_hash = excluded.request_hash
        AND w.started_at < ${abandoned})
    RETURNING w.key`);
  if (claimed.length > 0) return 'claimed';
  const [row] = await database.query<Row>(
    Prisma.sql`SELECT request_hash, status, answer FROM api_write WHERE ${isWrite(write)}`,
  );
  // It may have been given up between the two statements.
  if (!row) return 'busy';
  if (row.request_hash !== requestHash) return 'other';
  return row.status === null || row.answer === null ? 'busy' : { status: row.status, answer: row.answer };
}

export async function keepAnswer(
  { database }: Pick<App, 'database'>,
  write: Write,
  { status, body }: { readonly status: number; readonly body: unknown },
): Promise<void> {
  await database.query(Prisma.sql`
    UPDATE api_write SET status = ${status}, answer = ${JSON.stringify(body ?? null)} WHERE ${isWrite(write)}`);
}

/** What changed nothing may be sent again. */
export async function giveUpWrite({ database }: Pick<App, 'database'>, write: Write): Promise<void> {
  await database.query(Prisma.sql`DELETE FROM api_write WHERE ${isWrite(write)} AND status IS NULL`);
}

const isWrite = ({ applicationId, mode, key }: Write): Prisma.Sql =>
  Prisma.sql`application_id = ${applicationId} AND mode = ${mode} AND key = ${key}`;
