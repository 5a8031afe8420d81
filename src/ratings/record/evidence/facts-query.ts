import { Prisma } from '../../../platform/database/generated/client.ts';
import { type Quarter, shifted, startOf } from '../../cycle/quarter.ts';
import { SATISFACTION } from '../../rules.ts';
import { windowOf } from '../freeze/window.ts';
import { newStoresOf, renewalsOf } from './report-outcomes.ts';

export interface Batch {
  readonly quarter: Quarter;
  /** After this id, in its order; or these providers alone. */
  readonly after: string;
  readonly only: readonly string[] | null;
  readonly size: number;
}

/** One row a provider, `facts` as JSON: a batch of those whom the cycle rates, in the order of their ids. */
export const providerFacts = (batch: Batch): Prisma.Sql => Prisma.sql`
  SELECT c.provider_id AS "providerId", jsonb_build_object(
    'providerId', c.provider_id, 'stores', c.stores, 'storeMonths', c.store_months, 'active', c.active,
    'scale', jsonb_build_object('below', c.below, 'equal', c.equal, 'group', c.group_size),
    'bonds', ${bonds(batch.quarter)}, 'surveys', ${surveys(batch.quarter)}, 'checks', ${checks(batch.quarter)},
    'renewal', ${renewalsOf(windowOf(batch.quarter))}, 'capability', ${capability(batch.quarter)},
    'newStores', ${newStoresOf(startOf(shifted(batch.quarter, -1)), windowOf(batch.quarter).end)},
    'faults', ${faults(batch.quarter)}, 'lastS1', ${lastS1(batch.quarter)},
    'carried', ${carried(batch.quarter)}) AS facts
  FROM rating_candidate c
  WHERE c.quarter = ${batch.quarter} AND c.provider_id > ${batch.after}
    ${batch.only === null ? Prisma.empty : Prisma.sql`AND c.provider_id = ANY(${[...batch.only]}::text[])`}
  ORDER BY c.provider_id LIMIT ${batch.size}::int`;

/** The same rows with `facts` as text, for whoever only passes it on. */
export const factsTexts = (batch: Batch): Prisma.Sql => Prisma.sql`
  SELECT "providerId", facts::text FROM (${providerFacts(batch)}) batch ORDER BY "providerId"`;

const SUMS = (alias: string): string => `'orders', ${alias}.orders, 'shipped', ${alias}.shipped,
  'onTime', ${alias}.on_time, 'disputes', ${alias}.disputes, 'dsrCount', ${alias}.dsr_count,
  'dsr', jsonb_build_array(${alias}.dsr_desc, ${alias}.dsr_serv, ${alias}.dsr_logi), 'gmvNow', ${alias}.gmv_now,
  'gmvYearAgo', ${alias}.gmv_year_ago, 'gmvBefore', ${alias}.gmv_before`;

const bonds = (quarter: Quarter): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('storeId', b.store_id, 'related', b.related,
      'quarterMonths', b.quarter_months, ${Prisma.raw(SUMS('b'))},
      'store', CASE WHEN f.store_id IS NOT NULL THEN jsonb_build_object('category', f.category, 'currency', f.currency,
        ${Prisma.raw(SUMS('f'))}) END) ORDER BY b.store_id COLLATE "C"), '[]')
  FROM rating_bond b LEFT JOIN rating_store_fact f ON f.quarter = b.quarter AND f.store_id = b.store_id
  WHERE b.quarter = ${quarter} AND b.provider_id = c.provider_id AND b.quarter_months > 0)`;

const surveys = (quarter: Quarter): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('storeId', a.store_id, 'quarter', a.quarter,
      'total', a.results + a.responsiveness + a.honesty + a.would_renew)
    ORDER BY a.store_id COLLATE "C", a.quarter DESC), '[]')
  FROM survey_answer a WHERE a.provider_id = c.provider_id AND a.quarter <= ${quarter}
    AND a.quarter > ${shifted(quarter, -SATISFACTION.quarters)})`;

function checks(quarter: Quarter): Prisma.Sql {
  const { start, end } = windowOf(quarter);
  return Prisma.sql`(
    SELECT jsonb_build_object('met', count(*) FILTER (WHERE q.verdict = 'MET'), 'measured', count(*))
    FROM report r JOIN quality_check q ON q.report_id = r.id
    WHERE r.provider_id = c.provider_id AND q.month >= ${start}::date AND q.month < ${end}::date
      AND q.verdict IN ('MET', 'MISSED'))`;
}

const capability = (quarter: Quarter): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('staff', k.staff, 'certified', k.certified_staff, 'assigned', k.tasks_assigned,
    'done', k.tasks_done, 'apiDays', k.api_days, 'healthyDays', k.api_healthy_days)
  FROM capability_record k WHERE k.provider_id = c.provider_id AND k.quarter = ${quarter})`;

/** A verdict belongs to the quarter in which it was given, in the programme's zone. */
const decidedIn = (from: string, until: string): Prisma.Sql => Prisma.sql`
  i.provider_id = c.provider_id AND i.verdict = 'UPHELD'
  AND i.decided_at >= (${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND i.decided_at < (${until}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`;

function faults(quarter: Quarter): Prisma.Sql {
  const { start, end } = windowOf(quarter);
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'severity', i.severity) ORDER BY i.id COLLATE "C"), '[]')
    FROM incident i WHERE ${decidedIn(start, end)})`;
}

/** S1 incidents further back than any gate looks are not asked for. */
const lastS1 = (quarter: Quarter): Prisma.Sql => Prisma.sql`(
  SELECT to_char(max(i.decided_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY"-Q"Q') FROM incident i
  WHERE i.severity = 'S1' AND ${decidedIn(startOf(shifted(quarter, -4)), windowOf(quarter).end)})`;

const carried = (quarter: Quarter): Prisma.Sql => Prisma.sql`(
  SELECT s.result -> 'level' FROM rating_snapshot s WHERE s.provider_id = c.provider_id AND s.quarter < ${quarter}
  ORDER BY s.quarter DESC, s.version DESC LIMIT 1)`;
