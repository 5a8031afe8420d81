import { Prisma } from '../../../platform/database/generated/client.ts';
import { shifted, startOf } from '../../cycle/quarter.ts';
import { heldDays, shareOf } from './effective-days.ts';
import { type Freezing, netOf, windowOf } from './window.ts';

/**
 * What each provider's days with each store count for: every figure of a month by the share of its days on which the
 * relationship was effective, GMV by those as primary operator.
 */
export function freezeBonds(freezing: Freezing): Prisma.Sql {
  const window = windowOf(freezing.quarter);
  const { start, end, yearStart } = window;
  return Prisma.sql`
    WITH ${heldDays(freezing, window)},
    month AS MATERIALIZED (
      SELECT first, daterange(first, next) AS days, next - first AS length, first >= ${start}::date AS now,
        (first - interval '1 year')::date AS year_before, (first - interval '3 months')::date AS quarter_before
      FROM (SELECT first::date, (first + interval '1 month')::date AS next
        FROM generate_series(${yearStart}::date, ${end}::date - interval '1 month', interval '1 month') first) each),
    -- Kept as it is: unfolded into the sums below, each share would be computed once for every sum.
    counted AS MATERIALIZED (
      SELECT h.provider_id, h.store_id, h.related, m.first, m.now, m.year_before, m.quarter_before,
        ${shareOf('h.days', 'm')} AS share, ${shareOf('h.primary_days', 'm')} AS primary_share
      FROM held h JOIN month m ON h.days && m.days)
    INSERT INTO rating_bond (quarter, provider_id, store_id, related, quarter_months, year_months, gmv_year, gmv_now,
      gmv_year_ago, gmv_before, orders, shipped, on_time, disputes, dsr_count, dsr_desc, dsr_serv, dsr_logi)
    SELECT ${freezing.quarter}, c.provider_id, c.store_id, bool_or(c.related),
      round(coalesce(sum(c.share) FILTER (WHERE c.now), 0), 2), round(sum(c.share), 2),
      round(coalesce(sum(c.primary_share * ${netOf('m')}), 0)),
      round(coalesce(sum(c.primary_share * ${netOf('m')}) FILTER (WHERE c.now), 0)),
      ${sameDays('a')}, ${sameDays('b')},
      ${ofQuarter('m.orders')}, ${ofQuarter('m.shipped')}, ${ofQuarter('m.on_time')}, ${ofQuarter('m.disputes_upheld')},
      ${ofQuarter('m.dsr_count')}, ${ofQuarter('m.dsr_count * m.dsr_desc')}, ${ofQuarter('m.dsr_count * m.dsr_serv')},
      ${ofQuarter('m.dsr_count * m.dsr_logi')}
    FROM counted c
    LEFT JOIN store_month m ON m.latest AND m.store_id = c.store_id AND m.month = c.first
      AND m.month >= ${yearStart}::date AND m.month < ${end}::date
    LEFT JOIN store_month a ON a.latest AND c.now AND a.store_id = c.store_id AND a.month = c.year_before
      AND a.month >= ${startOf(shifted(freezing.quarter, -4))}::date AND a.month < ${yearStart}::date
    LEFT JOIN store_month b ON b.latest AND c.now AND b.store_id = c.store_id AND b.month = c.quarter_before
      AND b.month >= ${startOf(shifted(freezing.quarter, -1))}::date AND b.month < ${start}::date
    GROUP BY c.provider_id, c.store_id
    ON CONFLICT DO NOTHING`;
}

const ofQuarter = (figure: string): Prisma.Sql =>
  Prisma.raw(`round(coalesce(sum(c.share * ${figure}) FILTER (WHERE c.now), 0), 2)`);

/** GMV of the same days in the months of another time; null unless every counted month has its counterpart. */
const sameDays = (alias: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN bool_and(m.month IS NOT NULL AND ${alias}.month IS NOT NULL) FILTER (WHERE c.now AND c.primary_share > 0)
    THEN round(sum(c.primary_share * ${netSql(alias)}) FILTER (WHERE c.now AND c.primary_share > 0)) END`);

const netSql = (alias: string): string => netOf(alias).sql;
