import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { PROGRAMME_ZONE, quarterOf, shifted, startOf } from '../../../src/ratings/cycle/quarter.ts';
import { addMonths, today } from '../../../src/reports/periods.ts';

const RATED = 'prv_yuanfan';
/** What the store's feeds measure; one of nine misses its target each month. */
const CODES = ['QS01', 'QS02', 'QS03', 'QS04', 'QS05', 'QS06', 'QS07', 'QS08', 'QS10'];

/**
 * What Yuanfan is rated by for the last closed quarter: the voices of its two stores in that quarter and the one before, and the checks
 * of what it filed. The rating itself is made by the process's own first round.
 */
export function ratingEvidence(start: Date): readonly Prisma.Sql[] {
  const quarter = shifted(quarterOf(today(start, PROGRAMME_ZONE)), -1);
  return [
    Prisma.sql`
      INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty, would_renew, principal_id, at)
      SELECT ${RATED}, store, quarter, 4, 5, 5, 4, owner, ${start}::timestamptz
      FROM (VALUES ('st_nordkind', 'pr_freja'), ('st_aurora', 'pr_olivia')) asked(store, owner),
        unnest(${[quarter, shifted(quarter, -1)]}::text[]) quarter`,
    Prisma.sql`
      INSERT INTO quality_check (report_id, month, code, target, measured, n, verdict, source, recorded_by, recorded_at)
      SELECT r.id, month::date, line ->> 'code', line ->> 'target', line ->> 'target', 100,
        CASE WHEN (place + extract(month FROM month)::int) % 9 = 0 THEN 'MISSED' ELSE 'MET' END, 'FEED', 'demo', ${start}::timestamptz
      FROM report r JOIN revision v ON v.report_id = r.id AND v.number = r.revision
        CROSS JOIN generate_series(${startOf(quarter)}::date, ${addMonths(startOf(quarter), 2)}::date, interval '1 month') month
        CROSS JOIN LATERAL jsonb_array_elements(v.fields -> 'qualityStandards') WITH ORDINALITY filed(line, place)
      WHERE r.provider_id = ${RATED} AND r.state = 'ACTIVE' AND r.reporting_start <= month::date
        AND line ->> 'code' = ANY(${CODES}::text[]) AND line ->> 'target' IS NOT NULL`,
  ];
}
