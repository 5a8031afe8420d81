import { Prisma } from '../../../platform/database/generated/client.ts';
import { addMonths, daysBetween } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { TIERS } from '../../rules.ts';

/** Whole months, the last of which begins on `month`. */
export interface MonthWindow {
  readonly month: IsoDate;
  readonly months: number;
}

const DAYS = 30;

/**
 * One row a store that has every month of the window in one currency: its counts, and its factors for thirty days, so that a
 * short month is not a fall. Stores and benchmarks are read by the same formulas.
 *
 * @param narrowed a condition on `m`, the store month
 */
export function windowFigures({ month, months }: MonthWindow, narrowed: Prisma.Sql): Prisma.Sql {
  const from = addMonths(month, 1 - months);
  const until = addMonths(month, 1);
  const perThirty = DAYS / daysBetween(from, until);
  const each = (figure: string) => Prisma.raw(`sum(m.${figure})::float8`);
  const scored = (score: string) =>
    Prisma.raw(`(sum(m.${score} * m.dsr_count) / nullif(sum(m.dsr_count), 0))::float8`);
  return Prisma.sql`
    SELECT w.*, w.f_uv * w.f_cvr * w.f_aov * w.f_keep AS net,
      width_bucket(w.f_uv * w.f_cvr * w.f_aov * w.f_keep, ${[...TIERS]}::float8[]) AS tier
    FROM (
      SELECT m.store_id, max(m.currency) AS currency, ${each('uv')} AS uv, ${each('buyers')} AS buyers,
        ${each('orders')} AS orders, ${each('disputes_upheld')} AS disputes, ${each('refund_cases')} AS refund_cases,
        ${each('on_time')} AS on_time, ${each('shipped')} AS shipped, ${each('dsr_count')} AS dsr_count,
        ${scored('dsr_desc')} AS dsr_desc, ${scored('dsr_serv')} AS dsr_serv, ${scored('dsr_logi')} AS dsr_logi,
        avg(m.reply_rate)::float8 AS reply_rate, avg(m.first_reply_sec_median)::float8 AS first_reply,
        avg(m.stock_value_minor)::float8 / nullif(${each('cogs_minor')} * ${perThirty}::float8, 0) * ${DAYS}::float8 AS cover,
        ${each('cogs_minor')} * ${perThirty}::float8 / nullif(avg(m.stock_value_minor)::float8, 0) AS turnover,
        ${each('refunds_minor')} AS refunds, ${sold} AS sold,
        ${each('uv')} * ${perThirty}::float8 AS f_uv,
        coalesce(${each('buyers')} / nullif(${each('uv')}, 0), 0) AS f_cvr,
        coalesce(${sold} / nullif(${each('buyers')}, 0), 0) AS f_aov,
        coalesce(1 - ${each('refunds_minor')} / nullif(${sold}, 0), 1) AS f_keep
      FROM store_month m
      WHERE m.latest AND m.month >= ${from}::date AND m.month < ${until}::date AND ${narrowed}
      GROUP BY m.store_id
      HAVING count(*) = ${months}::int AND count(DISTINCT m.currency) = 1) w`;
}

/** Orders that were flagged false never counted. */
const sold = Prisma.raw('sum(m.gmv_minor - m.false_gmv_minor)::float8');
