import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { ReportId } from '../report.ts';

/** `CR-<year>-<6 digits>` (domain-rules §4.1): the year of the store's day, numbers without reuse, gaps allowed. */
export async function nextReportId({ database }: Pick<App, 'database'>, year: number): Promise<ReportId> {
  const [counter] = await database.query<{ last: number }>(Prisma.sql`
    INSERT INTO report_counter (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = report_counter.last + 1 RETURNING last`);
  if (!counter) throw new Error(`The counter of ${year} gave no number; is the database read-only?`);
  return `CR-${year}-${String(counter.last).padStart(6, '0')}`;
}
