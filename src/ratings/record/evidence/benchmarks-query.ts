import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import type { CategorySums } from '../../evidence/benchmarks.ts';

export interface BenchmarkRow {
  readonly sums: CategorySums;
}

/** Sums of each category and currency: a handful of rows, however many stores there are. */
export const categorySums = (quarter: Quarter): Prisma.Sql => Prisma.sql`
  SELECT jsonb_build_object('category', category, 'currency', currency, 'stores', count(*), 'orders', sum(orders),
    'shipped', sum(shipped), 'onTime', sum(on_time), 'disputes', sum(disputes), 'dsrCount', sum(dsr_count),
    'dsr', jsonb_build_array(sum(dsr_desc), sum(dsr_serv), sum(dsr_logi)),
    'yearly', ${grown('gmv_year_ago')}, 'quarterly', ${grown('gmv_before')}) AS sums
  FROM rating_store_fact WHERE quarter = ${quarter} GROUP BY category, currency ORDER BY category, currency`;

const grown = (then: string): Prisma.Sql =>
  Prisma.raw(`jsonb_build_object('stores', count(${then}),
    'now', coalesce(sum(gmv_now) FILTER (WHERE ${then} IS NOT NULL), 0), 'before', coalesce(sum(${then}), 0))`);
