import { Prisma } from '../../../platform/database/generated/client.ts';
import { COLUMN_NAMES, type ColumnName } from '../../store-months/columns.ts';
import type { RejectionCode, StoreMonthRow } from '../../store-months/row.ts';

export interface StagedBatch {
  readonly importId: string;
  readonly rows: readonly StoreMonthRow[];
  readonly at: Date;
}

export interface NotStaged {
  readonly line: number;
  readonly storeId: string;
  readonly code: Extract<RejectionCode, 'unknown-store' | 'duplicate'>;
  /** The line that named the same month first. */
  readonly first: number | null;
}

/** Keeps the rows beside the record; answers those that name no store, or a month that an earlier line has named. */
export function stageRows({ importId, rows, at }: StagedBatch): Prisma.Sql {
  return Prisma.sql`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("storeId" text, month date, line int, figures jsonb)),
      kept AS (
        INSERT INTO store_month_staged (import_id, store_id, month, line, figures, staged_at)
        SELECT ${importId}, g."storeId", g.month, g.line, g.figures, ${at}::timestamptz
        FROM given g JOIN store s ON s.id = g."storeId" ORDER BY g.line
        ON CONFLICT DO NOTHING RETURNING line, store_id, month)
    SELECT g.line, g."storeId", CASE WHEN s.id IS NULL THEN 'unknown-store' ELSE 'duplicate' END AS code,
      coalesce(before.line, k.line) AS first
    FROM given g LEFT JOIN store s ON s.id = g."storeId" LEFT JOIN kept k ON k.store_id = g."storeId" AND k.month = g.month
    LEFT JOIN store_month_staged before
      ON before.import_id = ${importId} AND before.store_id = g."storeId" AND before.month = g.month
    WHERE k.line IS DISTINCT FROM g.line ORDER BY g.line`;
}

const NOT_FIGURES: readonly ColumnName[] = ['store_id', 'month', 'cvr', 'aov_minor'];
const FIGURES = COLUMN_NAMES.filter((name) => !NOT_FIGURES.includes(name));
/** What a column holds where the file says nothing. */
const OTHERWISE: Readonly<Partial<Record<ColumnName, string>>> = {
  currency: "'CNY'",
  false_gmv_minor: '0',
  dsr_count: '0',
};

const columns = (alias: string): string => FIGURES.map((name) => `${alias}.${name}`).join(', ');
const DEFAULTED = FIGURES.map((name) =>
  name in OTHERWISE ? `coalesce(f.${name}, ${OTHERWISE[name]}) AS ${name}` : `f.${name}`,
).join(', ');

/**
 * What was staged becomes the latest version of its months, in one statement: all of it or nothing. A month that says what
 * is on record already stays as it is. The old versions step back before the new ones are written, since one counts.
 */
export const adoptStaged = (importId: string, source: string): Prisma.Sql => Prisma.sql`
  said AS MATERIALIZED (
    SELECT s.store_id, s.month, ${Prisma.raw(DEFAULTED)}
    FROM store_month_staged s CROSS JOIN LATERAL jsonb_populate_record(NULL::store_month, s.figures) f
    WHERE s.import_id = ${importId}),
  changed AS MATERIALIZED (
    SELECT s.*, coalesce(m.version, 0) + 1 AS version
    FROM said s LEFT JOIN store_month m ON m.latest AND m.store_id = s.store_id AND m.month = s.month
    WHERE m.store_id IS NULL OR (${Prisma.raw(columns('s'))}) IS DISTINCT FROM (${Prisma.raw(columns('m'))})),
  stepped_back AS (
    UPDATE store_month m SET latest = false FROM changed c
    WHERE m.latest AND m.store_id = c.store_id AND m.month = c.month RETURNING m.store_id),
  taken AS (
    INSERT INTO store_month (store_id, month, version, latest, source, import_id, ${Prisma.raw(FIGURES.join(', '))})
    SELECT c.store_id, c.month, c.version, true, ${source}, ${importId}, ${Prisma.raw(columns('c'))}
    FROM changed c CROSS JOIN (SELECT count(*) FROM stepped_back) AS done RETURNING store_id),
  counted AS (
    SELECT (SELECT count(*)::int FROM taken) AS accepted,
      (SELECT count(*)::int FROM said) - (SELECT count(*)::int FROM changed) AS unchanged)`;

export const forgetStaged = (importId: string): Prisma.Sql =>
  Prisma.sql`DELETE FROM store_month_staged WHERE import_id = ${importId}`;

/** What a crash left behind. */
export const forgetOldStaged = (before: Date): Prisma.Sql =>
  Prisma.sql`DELETE FROM store_month_staged WHERE staged_at < ${before}::timestamptz`;
