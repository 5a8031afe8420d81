import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Window } from '../freeze/window.ts';
import { RELATED } from './related.ts';

/** So many days after an end its outcome is fixed (domain-rules §6). */
const OUTCOME_DAYS = 30;

/**
 * Ends of the trailing year whose outcome is fixed, and how many were renewed: the same pair and scope, approved, begun
 * within 30 days of the end. Left out: related parties, stores that closed or were closed
 * for their own violation before the outcome was fixed, and what the platform ended. To stand in a query over `c`.
 */
export const renewalsOf = ({ yearStart, end }: Window): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('eligible', count(*), 'renewed', count(*) FILTER (WHERE renewed))
  FROM (
    SELECT EXISTS (
      SELECT FROM report n WHERE n.store_id = r.store_id AND n.provider_id = r.provider_id AND n.id <> r.id
        AND n.service_scope && r.service_scope AND n.reporting_start > r.reporting_start
        AND n.reporting_start <= ended.on_day + ${OUTCOME_DAYS}::int
        AND n.state IN ('SCHEDULED', 'ACTIVE', 'NOTICE', 'SUSPENDED', 'EXPIRED', 'TERMINATED')) AS renewed
    FROM report r
    CROSS JOIN LATERAL (
      SELECT CASE r.state WHEN 'EXPIRED' THEN r.reporting_end ELSE r.state_since::date END AS on_day) ended
    WHERE r.provider_id = c.provider_id AND r.state IN ('EXPIRED', 'TERMINATED')
      AND ended.on_day + ${OUTCOME_DAYS}::int >= ${yearStart}::date AND ended.on_day + ${OUTCOME_DAYS}::int < ${end}::date
      AND NOT EXISTS (SELECT FROM transition t WHERE t.report_id = r.id AND t.rule LIKE 'T21%')
      AND NOT EXISTS (SELECT FROM store s WHERE s.id = r.store_id AND s.closed_on <= ended.on_day + ${OUTCOME_DAYS}::int)
      AND NOT ${RELATED}) outcome)`;

/** Stores whose first approved report ever was with this provider, in the two quarters; not of related parties. */
export const newStoresOf = (from: string, until: string): Prisma.Sql => Prisma.sql`(
  SELECT count(DISTINCT r.store_id) FROM report r JOIN transition t ON t.report_id = r.id AND t.rule IN ('T10', 'T11')
  WHERE r.provider_id = c.provider_id AND t.at >= ${from}::date AND t.at < ${until}::date AND NOT ${RELATED}
    AND NOT EXISTS (
      SELECT FROM report e JOIN transition x ON x.report_id = e.id AND x.rule IN ('T10', 'T11') AND x.at < t.at
      WHERE e.store_id = r.store_id))`;
