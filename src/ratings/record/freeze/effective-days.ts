import { Prisma } from '../../../platform/database/generated/client.ts';
import { among, type Freezing, type Window } from './window.ts';

/**
 * CTE `held (provider_id, store_id, related, days, primary_days)`: on which days a pair stood in ACTIVE or NOTICE, in the
 * store's own zone, as the history tells it. A day before the approval is in nobody's history, so back-dated days do not
 * count; the day on which a relationship ends is the first that no longer does. Two reports of one pair share their days.
 */
export const heldDays = (freezing: Freezing, { yearStart, end }: Window): Prisma.Sql => Prisma.sql`
  spell AS (
    SELECT r.id, r.provider_id, r.store_id, r.primary_operator, r.reporting_start, r.reporting_end, t.to_state,
      (t.at AT TIME ZONE so.time_zone)::date AS from_day,
      (lead(t.at) OVER (PARTITION BY t.report_id ORDER BY t.state_seq) AT TIME ZONE so.time_zone)::date AS left_day,
      coalesce((r.store_details #>> '{relatedParty,declared}')::boolean
        OR (v.fields #>> '{relatedParty,declared}')::boolean, false)
        OR so.control_group IS NOT DISTINCT FROM coalesce(po.control_group, '-') AS related
    FROM report r
    JOIN transition t ON t.report_id = r.id
    JOIN organisation so ON so.id = r.store_id
    JOIN organisation po ON po.id = r.provider_id
    LEFT JOIN revision v ON v.report_id = r.id AND v.number = r.revision
    WHERE r.reporting_start < ${end}::date AND r.reporting_end >= ${yearStart}::date
      ${among(Prisma.sql`r.provider_id`, freezing)}),
  stretch AS (
    SELECT provider_id, store_id, related, primary_operator,
      daterange(greatest(from_day, reporting_start, ${yearStart}::date),
        greatest(least(left_day, reporting_end + 1, ${end}::date), from_day, reporting_start, ${yearStart}::date)) AS days
    FROM spell WHERE to_state IN ('ACTIVE', 'NOTICE')),
  held AS MATERIALIZED (
    SELECT provider_id, store_id, bool_or(related) AS related, range_agg(days) AS days,
      coalesce(range_agg(days) FILTER (WHERE primary_operator), '{}'::datemultirange) AS primary_days
    FROM stretch WHERE NOT isempty(days) GROUP BY provider_id, store_id)`;

/**
 * Days that a multirange has within a month, as a share of it. Whole months, which most are, are not taken apart.
 *
 * @param month alias of a row with its `days` as a range, and its `length`
 */
export const shareOf = (days: string, month: string): Prisma.Sql =>
  Prisma.raw(`CASE WHEN ${days} @> ${month}.days THEN 1 WHEN NOT ${days} && ${month}.days THEN 0 ELSE
    (SELECT sum(upper(x) - lower(x))::numeric FROM unnest(${days} * datemultirange(${month}.days)) x) / ${month}.length END`);
