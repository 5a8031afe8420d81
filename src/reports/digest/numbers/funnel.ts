import type { App } from '../../../app.ts';
import type { Funnel } from '../../../pictures/charts/funnel.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Week } from '../week.ts';

/** Long enough for most cases to have come through. */
const WEEKS = 12;
const WEEK_MS = 7 * 86_400_000;

interface FunnelRow {
  readonly requested: number;
  readonly filled: number;
  readonly confirmed: number;
  readonly approved: number;
  readonly filledDays: number | null;
  readonly confirmedDays: number | null;
  readonly approvedDays: number | null;
}

/**
 * How far the reports have come, by the end of the week, that were requested in the twelve weeks up to it. A step counts
 * when it was first reached; days are elapsed time of all sides together, nights and holidays included.
 */
export async function funnel({ database }: Pick<App, 'database'>, { until }: Week): Promise<Funnel> {
  const from = new Date(until.getTime() - WEEKS * WEEK_MS);
  const [row] = await database.query<FunnelRow>(Prisma.sql`
    WITH request AS (
      SELECT report_id, at AS requested FROM transition WHERE at >= ${from} AND at < ${until} AND rule = 'T2'),
    step AS (
      SELECT requested, min(t.at) FILTER (WHERE t.rule = 'T5') AS filled,
        min(t.at) FILTER (WHERE t.rule = 'T7') AS confirmed,
        min(t.at) FILTER (WHERE t.rule IN ('T10', 'T11')) AS approved
      FROM request JOIN transition t USING (report_id) WHERE t.at >= ${from} AND t.at < ${until} GROUP BY report_id, requested)
    SELECT count(*)::int AS requested, count(filled)::int AS filled, count(confirmed)::int AS confirmed,
      count(approved)::int AS approved, ${medianDays('requested', 'filled')} AS "filledDays",
      ${medianDays('filled', 'confirmed')} AS "confirmedDays", ${medianDays('confirmed', 'approved')} AS "approvedDays"
    FROM step`);
  if (!row) throw new Error('A count without groups gave no row.');
  return {
    weeks: WEEKS,
    lines: [
      { step: 'requested', count: row.requested, medianDays: null },
      { step: 'filled', count: row.filled, medianDays: row.filledDays },
      { step: 'confirmed', count: row.confirmed, medianDays: row.confirmedDays },
      { step: 'approved', count: row.approved, medianDays: row.approvedDays },
    ],
  };
}

/** Null when no case has come that far. */
const medianDays = (before: string, after: string): Prisma.Sql =>
  Prisma.raw(
    `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${after} - ${before})::float8 / 86400)`,
  );
