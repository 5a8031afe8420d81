import { createHash } from 'node:crypto';
import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { today } from '../../../reports/periods.ts';
import { ok, type Result } from '../../../result.ts';
import { PROGRAMME_ZONE } from '../../cycle/quarter.ts';
import type { Rejection, StoreMonthRow } from '../../store-months/row.ts';
import { UnreadableFile } from './decode.ts';
import { type ReadLine, readRows } from './read-rows.ts';
import { adoptStaged, forgetOldStaged, forgetStaged, type NotStaged, stageRows } from './staging.ts';

export interface StoreMonthFile {
  readonly name: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** FEED, UPLOAD or STAFF (domain-rules §4.3). */
  readonly from: 'FEED' | 'UPLOAD' | 'STAFF';
  /** Takes the good rows although others are rejected. */
  readonly partial: boolean;
  /** A principal, or `operator` for whoever has the machine. */
  readonly by: string;
  /** Told as they are found, so that nobody has to hold them all. */
  readonly onRejected: (rejections: readonly Rejection[]) => void;
}

export interface Imported {
  readonly importId: string;
  /** New versions and new months. */
  readonly accepted: number;
  /** On record already, word for word. */
  readonly unchanged: number;
  readonly rejected: number;
  /** False: rows were rejected, so that nothing was taken over. */
  readonly done: boolean;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids'>;

/**
 * Takes over a file of store months as it streams by. All of it or nothing, unless `partial` asks for the good rows; a
 * correction becomes a new version. Refuses `ratings.import-*` where the file itself cannot be read.
 */
export async function importStoreMonths(app: Deps, file: StoreMonthFile): Promise<Result<Imported>> {
  const importId = app.ids.next('imp');
  const { database } = app;
  await database.query(forgetOldStaged(new Date(app.clock.now().getTime() - ABANDONED_AFTER_MS)));
  try {
    const hash = createHash('sha256');
    const rejected = await staged(app, { ...file, source: hashing(file.source, hash) }, importId);
    if (rejected > 0 && !file.partial)
      return ok({ importId, accepted: 0, unchanged: 0, rejected, done: false });
    const counts = await adopted(app, file, { importId, rejected, sha256: hash.digest('hex') });
    return ok({ importId, ...counts, rejected, done: true });
  } catch (error) {
    if (error instanceof UnreadableFile) return error.refusal;
    throw error;
  } finally {
    await database.query(forgetStaged(importId));
  }
}

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1_000;
const BATCH = 1_000;

async function* hashing(source: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Lines that were rejected. */
async function staged(app: Deps, file: StoreMonthFile, importId: string): Promise<number> {
  let rejected = 0;
  let rows: StoreMonthRow[] = [];
  const refuseRows = (rejections: readonly Rejection[]) => {
    rejected += new Set(rejections.map(({ line }) => line)).size;
    if (rejections.length > 0) file.onRejected(rejections);
  };
  const flush = async () => {
    if (rows.length > 0) refuseRows(await stagedBatch(app, importId, rows));
    rows = [];
  };
  for await (const line of readRows(file.source, today(app.clock.now(), PROGRAMME_ZONE))) {
    if (isRejected(line)) refuseRows(line);
    else rows.push(line);
    if (rows.length >= BATCH) await flush();
  }
  await flush();
  return rejected;
}

const isRejected = (line: ReadLine): line is readonly Rejection[] => Array.isArray(line);

async function stagedBatch(
  { database, clock }: Deps,
  importId: string,
  rows: readonly StoreMonthRow[],
): Promise<readonly Rejection[]> {
  const left: NotStaged[] = await database.query(stageRows({ importId, rows, at: clock.now() }));
  return left.map(({ line, storeId, code, first }) => ({
    line,
    code,
    column: code === 'duplicate' ? 'month' : 'store_id',
    value: storeId,
    ...(first === null ? {} : { against: String(first) }),
  }));
}

interface Adopted {
  readonly importId: string;
  readonly rejected: number;
  readonly sha256: string;
}

/** One statement outside of any transaction is one by itself, and may take as long as a large file needs. */
async function adopted(
  { database, clock }: Deps,
  file: StoreMonthFile,
  { importId, rejected, sha256 }: Adopted,
) {
  const at = clock.now();
  const audit = auditCtes(
    {
      objectType: 'platform',
      objectId: 'platform',
      actor: file.by,
      org: 'platform',
      action: 'rating.store-months-imported',
      at,
      data: { importId, fileName: file.name, sha256, rejected },
    },
    { guard: 'recorded' },
  );
  const [counts] = await database.query<{ accepted: number; unchanged: number }>(Prisma.sql`
    WITH ${adoptStaged(importId, file.from)},
    recorded AS (
      INSERT INTO store_month_import (id, file_name, sha256, accepted, unchanged, rejected, imported_by, imported_at)
      SELECT ${importId}, ${file.name}, ${sha256}, accepted, unchanged, ${rejected}::int, ${file.by}, ${at}::timestamptz
      FROM counted RETURNING id),
    ${audit}
    SELECT accepted, unchanged FROM counted`);
  return counts ?? { accepted: 0, unchanged: 0 };
}
