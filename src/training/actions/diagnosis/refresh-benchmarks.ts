import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { addMonths, today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { benchmarksMade } from '../../record/benchmarks/make-benchmarks.ts';

/** How many closed months a store's latest figures may be behind and still be diagnosed. */
export const LATEST_MONTHS = 2;
const WINDOWS = [1, 3] as const;

/** First day of the last month that is over. */
export const lastClosedMonth = (now: Date): IsoDate =>
  addMonths(`${today(now, PROGRAMME_ZONE).slice(0, 7)}-01`, -1);

/**
 * Once a day: the benchmarks of the months that are diagnosed, made anew where figures have come in since.
 *
 * @returns how many windows were made
 */
export async function refreshBenchmarks({
  database,
  clock,
}: Pick<App, 'database' | 'clock'>): Promise<number> {
  const at = clock.now();
  const last = lastClosedMonth(at);
  const months = Array.from({ length: LATEST_MONTHS }, (_, back) => addMonths(last, -back));
  const [state] = await database.query<{ imported: Date | null }>(
    Prisma.sql`SELECT max(imported_at) AS imported FROM store_month_import`,
  );
  const made = await database.query<{ month: string; madeAt: Date }>(Prisma.sql`
    SELECT to_char(month, 'YYYY-MM-DD') AS month, min(made_at) AS "madeAt" FROM store_benchmark
    WHERE month = ANY(${months}::date[]) GROUP BY month`);
  const stale = months.filter((month) => {
    const since = made.find((each) => each.month === month)?.madeAt;
    return since === undefined || (state?.imported ?? since) > since;
  });
  for (const month of stale)
    await database.change(WINDOWS.flatMap((length) => benchmarksMade({ month, months: length }, at)));
  return stale.length * WINDOWS.length;
}
