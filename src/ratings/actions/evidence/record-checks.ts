import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths, today } from '../../../reports/periods.ts';
import type { IsoDate, ReportId } from '../../../reports/report.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { PROGRAMME_ZONE } from '../../cycle/quarter.ts';
import { type FiledStandard, type Measurement, verdictOf } from '../../quality-check.ts';

export interface RecordChecks {
  readonly actor: Actor;
  readonly requestId: string;
  readonly reportId: ReportId;
  /** Its first day. */
  readonly month: IsoDate;
  readonly source: 'FEED' | 'UPLOAD' | 'STAFF';
  readonly measurements: readonly Measurement[];
}

export interface RecordedChecks {
  readonly met: number;
  readonly missed: number;
  /** Too few cases, exempt, or nothing filed. */
  readonly notCounted: number;
}

interface Filed {
  readonly providerId: string;
  readonly effective: boolean;
  readonly standards: readonly FiledStandard[];
}

/**
 * A month's measurements held against the standards that were filed. Recorded again they replace what was recorded of that
 * month. Refuses `ratings.checks-no-relationship` where the report was not effective in the month, and
 * `ratings.checks-month-open` while the month runs.
 */
export async function recordChecks(
  app: Pick<App, 'database' | 'clock'>,
  input: RecordChecks,
): Promise<Result<RecordedChecks>> {
  const refusal = permissionRefusal(permitted('rating.record', input.actor));
  if (refusal) return refusal;
  const at = app.clock.now();
  if (addMonths(input.month, 1) > today(at, PROGRAMME_ZONE)) return refuse('ratings.checks-month-open');
  const [filed] = await app.database.query<Filed>(filedStandards(input));
  if (!filed?.effective) return refuse('ratings.checks-no-relationship');
  const checked = input.measurements.flatMap((measurement) => {
    const standard = filed.standards.find(({ code }) => code === measurement.code);
    return standard
      ? [{ ...measurement, target: standard.target, verdict: verdictOf(standard, measurement) }]
      : [];
  });
  await app.database.change([handled(input.requestId, at), written(input, { filed, checked, at })]);
  const count = (verdict: string) => checked.filter((each) => each.verdict === verdict).length;
  const [met, missed] = [count('MET'), count('MISSED')];
  return ok({ met, missed, notCounted: input.measurements.length - met - missed });
}

/** The standards of the revision in force, and whether any day of the month counts. */
const filedStandards = ({ reportId, month }: RecordChecks): Prisma.Sql => Prisma.sql`
  SELECT r.provider_id AS "providerId", EXISTS (
      SELECT FROM (SELECT t.to_state, t.at, lead(t.at) OVER (ORDER BY t.state_seq) AS left_at FROM transition t
        WHERE t.report_id = r.id) spell
      WHERE spell.to_state IN ('ACTIVE', 'NOTICE') AND r.reporting_start < ${addMonths(month, 1)}::date
        AND r.reporting_end >= ${month}::date AND spell.at < ${addMonths(month, 1)}::date
        AND coalesce(spell.left_at >= ${month}::date, true)) AS effective,
    coalesce((SELECT jsonb_agg(jsonb_build_object('code', s ->> 'code', 'operator', s ->> 'operator',
        'target', s -> 'target', 'sampleMinimum', coalesce((s ->> 'sampleMin')::int, 0)))
      FROM jsonb_array_elements(v.fields -> 'qualityStandards') s WHERE s ->> 'target' IS NOT NULL), '[]') AS standards
  FROM report r LEFT JOIN revision v ON v.report_id = r.id AND v.number = r.revision WHERE r.id = ${reportId}`;

interface Checked extends Measurement {
  readonly target: number;
  readonly verdict: string;
}

interface ToWrite {
  readonly filed: Filed;
  readonly checked: readonly Checked[];
  readonly at: Date;
}

function written(input: RecordChecks, { filed, checked, at }: ToWrite): Prisma.Sql {
  const { actor, requestId, reportId, month, source } = input;
  const audit = auditCtes({
    objectType: 'report',
    objectId: reportId,
    actor: actor.principalId,
    org: 'platform',
    action: 'rating.checks-recorded',
    requestId,
    at,
    data: {
      month,
      providerId: filed.providerId,
      verdicts: checked.map(({ code, verdict }) => `${code} ${verdict}`),
    },
  });
  return Prisma.sql`
    WITH recorded AS (
      INSERT INTO quality_check (report_id, month, code, target, measured, n, verdict, source, exemption_by, recorded_by,
        recorded_at)
      SELECT ${reportId}, ${month}::date, c.code, c.target, c.measured, c.n, c.verdict, ${source}, c."exemptionBy",
        ${actor.principalId}, ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(checked)}::jsonb)
        AS c(code text, target text, measured text, n int, verdict text, "exemptionBy" text)
      ON CONFLICT (report_id, month, code) DO UPDATE SET target = excluded.target, measured = excluded.measured,
        n = excluded.n, verdict = excluded.verdict, source = excluded.source, exemption_by = excluded.exemption_by,
        recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
      RETURNING 1), ${audit}
    SELECT count(*) FROM recorded`;
}
