import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths } from '../../../reports/periods.ts';
import type { StandardUnit, Window } from '../../../reports/quality-standards/line.ts';
import type { IsoDate, ReportId } from '../../../reports/report.ts';
import type { FiledStandard, Verdict } from '../../quality-check.ts';

export interface MonthStandard extends FiledStandard {
  readonly unit: StandardUnit;
  readonly window: Window;
}

export interface RecordedCheck {
  readonly code: string;
  /** In the unit of the standard; null: not measured. */
  readonly measured: number | null;
  readonly n: number;
  readonly verdict: Verdict;
}

/** A report's month: what was filed, whether any day of it counts, and what is recorded. */
export interface MonthChecks {
  readonly reportId: ReportId;
  /** Its first day. */
  readonly month: IsoDate;
  readonly providerId: OrganisationId;
  readonly providerName: string;
  readonly storeId: OrganisationId;
  readonly storeName: string;
  /** Of the fees, null where none was filed. */
  readonly currency: string | null;
  readonly reportingEnd: IsoDate;
  readonly effective: boolean;
  readonly standards: readonly MonthStandard[];
  readonly recorded: readonly RecordedCheck[];
}

/** What has a value in this month: a quarter's in its last one, the handover's in that of the end. */
export function dueIn({ standards, month, reportingEnd }: MonthChecks): readonly MonthStandard[] {
  const lastOfQuarter = Number(month.slice(5, 7)) % 3 === 0;
  const endMonth = reportingEnd.slice(0, 7) <= month.slice(0, 7);
  return standards.filter(
    ({ window }) =>
      window === 'MONTH' || (window === 'QUARTER' && lastOfQuarter) || (window !== 'QUARTER' && endMonth),
  );
}

export interface ReportMonth {
  readonly reportId: ReportId;
  readonly month: IsoDate;
}

/** Those of the reports that are on record, in no order; one statement, however many. */
export const monthChecks = (
  { database }: Pick<App, 'database'>,
  months: readonly ReportMonth[],
): Promise<readonly MonthChecks[]> =>
  database.query<MonthChecks>(Prisma.sql`
    SELECT r.id AS "reportId", to_char(a.month, 'YYYY-MM-DD') AS month, r.provider_id AS "providerId",
      p.name AS "providerName", r.store_id AS "storeId", s.name AS "storeName", v.fields ->> 'currency' AS currency,
      to_char(r.reporting_end, 'YYYY-MM-DD') AS "reportingEnd", ${EFFECTIVE} AS effective,
      ${STANDARDS} AS standards, ${RECORDED} AS recorded
    FROM jsonb_to_recordset(${JSON.stringify(months.map(asked))}::jsonb) AS a(report text, month date, after date)
    JOIN report r ON r.id = a.report
    JOIN organisation p ON p.id = r.provider_id JOIN organisation s ON s.id = r.store_id
    LEFT JOIN revision v ON v.report_id = r.id AND v.number = r.revision`);

const asked = ({ reportId, month }: ReportMonth) => ({
  report: reportId,
  month,
  after: addMonths(month, 1),
});

const EFFECTIVE = Prisma.sql`EXISTS (
  SELECT FROM (SELECT t.to_state, t.at, lead(t.at) OVER (ORDER BY t.state_seq) AS left_at FROM transition t
    WHERE t.report_id = r.id) spell
  WHERE spell.to_state IN ('ACTIVE', 'NOTICE') AND r.reporting_start < a.after AND r.reporting_end >= a.month
    AND spell.at < a.after AND coalesce(spell.left_at >= a.month, true))`;

/** The standards of the revision in force; a line without a target is not measured. */
const STANDARDS = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('code', q ->> 'code', 'operator', q ->> 'operator', 'target', q -> 'target',
      'sampleMinimum', coalesce((q ->> 'sampleMin')::int, 0), 'unit', q ->> 'unit', 'window', q ->> 'window')
    ORDER BY q ->> 'code')
  FROM jsonb_array_elements(v.fields -> 'qualityStandards') q WHERE q ->> 'target' IS NOT NULL), '[]')`;

const RECORDED = Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('code', c.code, 'measured', c.measured::numeric, 'n', c.n, 'verdict', c.verdict)
    ORDER BY c.code)
  FROM quality_check c WHERE c.report_id = r.id AND c.month = a.month), '[]')`;
