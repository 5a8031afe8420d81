import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { StoreMonthRow } from '../../../ratings/store-months/row.ts';

/** Of a report `r` that stands or stood as a cooperation. */
export const EFFECTIVE_OR_OVER = Prisma.sql`r.state IN ('ACTIVE', 'NOTICE', 'SUSPENDED', 'EXPIRED', 'TERMINATED')`;

/**
 * Which of the rows are not this provider's to upload: of a store that it does not serve in that month (`month-not-served`),
 * or of a month that the platform's own feed or its staff have put on record (`month-on-record`).
 */
export const notForProvider = (
  providerId: OrganisationId,
  rows: readonly StoreMonthRow[],
): Prisma.Sql => Prisma.sql`
  WITH given AS (
    SELECT line, "storeId" AS store_id, month,
      EXISTS (SELECT FROM report r WHERE r.provider_id = ${providerId} AND r.store_id = g."storeId"
        AND r.state IN ('ACTIVE', 'NOTICE') AND g.month >= date_trunc('month', r.reporting_start)
        AND g.month <= r.reporting_end) AS served
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(line int, "storeId" text, month date))
  SELECT g.line, g.store_id AS "storeId", CASE WHEN g.served THEN 'month-on-record' ELSE 'month-not-served' END AS code
  FROM given g
  WHERE NOT g.served OR EXISTS (SELECT FROM store_month m
    WHERE m.store_id = g.store_id AND m.month = g.month AND m.latest AND m.source <> 'UPLOAD')
  ORDER BY g.line`;
