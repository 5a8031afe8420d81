import { auditCtes } from '../../../audit/event.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { type Measurement, type Verdict, verdictOf } from '../../quality-check.ts';
import type { MonthChecks } from './month-checks.ts';

export type CheckSource = 'FEED' | 'UPLOAD' | 'STAFF';

export interface Checked extends Measurement {
  readonly target: number;
  readonly verdict: Verdict;
}

/** Each measurement with its verdict; one of a standard that was not filed is left out. */
export const checkedAgainst = (
  { standards }: Pick<MonthChecks, 'standards'>,
  measurements: readonly Measurement[],
): readonly Checked[] =>
  measurements.flatMap((measurement) => {
    const standard = standards.find(({ code }) => code === measurement.code);
    return standard
      ? [{ ...measurement, target: standard.target, verdict: verdictOf(standard, measurement) }]
      : [];
  });

export interface WrittenChecks {
  readonly of: Pick<MonthChecks, 'reportId' | 'month' | 'providerId'>;
  readonly checked: readonly Checked[];
  readonly source: CheckSource;
  readonly by: PrincipalId;
  readonly org: string;
  readonly requestId: string;
  readonly at: Date;
}

/**
 * Recorded again they replace what was recorded of the month, but for what was exempted, and a provider's own figures never
 * replace those of the platform.
 */
export function writtenChecks({ of, checked, source, by, org, requestId, at }: WrittenChecks): Prisma.Sql {
  const { reportId, month, providerId } = of;
  const audit = auditCtes({
    ...{ objectType: 'report', objectId: reportId, actor: by, org, requestId, at },
    action: 'rating.checks-recorded',
    data: { month, providerId, source, verdicts: checked.map(({ code, verdict }) => `${code} ${verdict}`) },
  });
  return Prisma.sql`
    WITH recorded AS (
      INSERT INTO quality_check AS old (report_id, month, code, target, measured, n, verdict, source, exemption_by,
        recorded_by, recorded_at)
      SELECT ${reportId}, ${month}::date, c.code, c.target, c.measured, c.n, c.verdict, ${source}, c."exemptionBy",
        ${by}, ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(checked)}::jsonb)
        AS c(code text, target text, measured text, n int, verdict text, "exemptionBy" text)
      ON CONFLICT (report_id, month, code) DO UPDATE SET target = excluded.target, measured = excluded.measured,
        n = excluded.n, verdict = excluded.verdict, source = excluded.source, exemption_by = excluded.exemption_by,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
      WHERE old.verdict <> 'EXEMPT' AND (excluded.source <> 'UPLOAD' OR old.source = 'UPLOAD')
      RETURNING 1), ${audit}
    SELECT count(*) FROM recorded`;
}
