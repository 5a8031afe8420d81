import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { CLOCK_ACTOR } from '../../audit/payload.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../ratings/cycle/quarter.ts';
import { type FiledStandard, verdictOf } from '../../ratings/quality-check.ts';
import { startOfDate, today } from '../../reports/periods.ts';
import type { IsoDate, ReportId } from '../../reports/report.ts';

/** What a month's issues of one report say of QS09. */
interface Measured {
  readonly reportId: ReportId;
  /** Its first day. */
  readonly month: IsoDate;
  readonly n: number;
  /** Of the slowest acknowledgement; of one that is still missing, the hours until now. */
  readonly hours: number;
  /** Null: nothing was filed, which is no check. */
  readonly target: number | null;
  readonly sampleMinimum: number;
}

/** The widest target: by then an issue of the month's last minute is acknowledged or missed. */
const LAST_ISSUE_MS = 24 * 3_600_000;
/** Of one day; what is left is taken by the next one. */
const MOST = 1_000;

type Needs = Pick<App, 'database' | 'clock'>;

/**
 * Once a day: the QS09 check of every report whose stores reported urgent issues in a month that is over. Measured is the worst
 * of them: where the catalogue means a median or a mean it says so (QS01, QS04), and one store left alone for a night is
 * the harm that this standard is about. What staff have recorded of the month stays.
 */
export async function measureMonths({ database, clock }: Needs): Promise<number> {
  const now = clock.now();
  const until = startOfMonth(new Date(now.getTime() - LAST_ISSUE_MS));
  const months = await database.query<Measured>(unmeasured(until, now));
  for (const month of months) await database.change([written(month, { until, now })]);
  return months.length;
}

const startOfMonth = (at: Date): Date =>
  startOfDate(`${today(at, PROGRAMME_ZONE).slice(0, 7)}-01`, PROGRAMME_ZONE);

const MONTH = Prisma.sql`to_char(reported_at AT TIME ZONE ${PROGRAMME_ZONE}, 'YYYY-MM-01')`;

const unmeasured = (until: Date, now: Date): Prisma.Sql => Prisma.sql`
  SELECT i.report_id AS "reportId", i.month, i.n, i.hours, (s.line ->> 'target')::float8 AS target,
    coalesce((s.line ->> 'sampleMin')::int, 0) AS "sampleMinimum"
  FROM (
    SELECT report_id, ${MONTH} AS month, count(*)::int AS n,
      round(max(extract(epoch FROM coalesce(acknowledged_at, ${now}) - reported_at) / 3600), 2)::float8 AS hours
    FROM urgent_issue WHERE measured_at IS NULL AND reported_at < ${until} AND side = 'store'
    GROUP BY 1, 2 ORDER BY 1, 2 LIMIT ${MOST}) i
    JOIN report r ON r.id = i.report_id LEFT JOIN revision v ON v.report_id = r.id AND v.number = r.revision
    LEFT JOIN LATERAL (SELECT line FROM jsonb_array_elements(v.fields -> 'qualityStandards') line
      WHERE line ->> 'code' = 'QS09' LIMIT 1) s ON true`;

function written(month: Measured, { until, now }: { readonly until: Date; readonly now: Date }): Prisma.Sql {
  const measured = Prisma.sql`
    measured AS (
      UPDATE urgent_issue SET measured_at = ${now}::timestamptz
      WHERE report_id = ${month.reportId} AND measured_at IS NULL AND reported_at < ${until} AND side = 'store'
        AND ${MONTH} = ${month.month}
      RETURNING 1)`;
  const { target } = month;
  return target === null
    ? Prisma.sql`WITH ${measured} SELECT count(*) FROM measured`
    : Prisma.sql`WITH ${measured}, ${checked(month, target, now)} SELECT count(*) FROM recorded`;
}

function checked(month: Measured, target: number, now: Date): Prisma.Sql {
  const { reportId, hours, n, sampleMinimum } = month;
  const standard: FiledStandard = { code: 'QS09', operator: '<=', target, sampleMinimum };
  const verdict = verdictOf(standard, { code: 'QS09', measured: hours, n, exemptionBy: null });
  const audit = auditCtes(
    {
      objectType: 'report',
      objectId: reportId,
      actor: CLOCK_ACTOR,
      action: 'rating.checks-recorded',
      at: now,
      data: { month: month.month, verdicts: [`QS09 ${verdict}`] },
    },
    { guard: 'recorded' },
  );
  return Prisma.sql`
    recorded AS (
      INSERT INTO quality_check (report_id, month, code, target, measured, n, verdict, source, recorded_by, recorded_at)
      SELECT ${reportId}, ${month.month}::date, 'QS09', ${String(target)}, ${String(hours)}, ${n}::int, ${verdict}, 'FEED',
        ${CLOCK_ACTOR}, ${now}::timestamptz
      WHERE EXISTS (SELECT FROM measured)
      ON CONFLICT DO NOTHING RETURNING 1),
    ${audit}`;
}
