import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { ReportId } from '../report.ts';

const NUMBER = /^(?:CR)?-?(?:(\d{4})-)?(\d{1,6})$/;

/**
 * The report that somebody means by `CR-2026-000001`, `2026-1` or `1`; a bare number is the newest year's. Null: it is no
 * number of a report, or there is none of it.
 */
export async function reportNamed(
  { database }: Pick<App, 'database'>,
  typed: string,
): Promise<ReportId | null> {
  const match = NUMBER.exec(typed.normalize('NFKC').trim().toUpperCase().replace(/[–—−]/g, '-'));
  const [, year, number] = match ?? [];
  if (number === undefined) return null;
  const like = `CR-${year ?? '____'}-${number.padStart(6, '0')}`;
  const [found] = await database.query<{ id: string }>(
    Prisma.sql`SELECT id FROM report WHERE id LIKE ${like} ORDER BY id DESC LIMIT 1`,
  );
  return found?.id ?? null;
}
