import type { App } from '../../../app.ts';
import { dateIn } from '../../../directory/standing.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Benefits } from '../../../ratings/ladder/benefits.ts';
import { addMonths } from '../../../reports/periods.ts';
import { PLATFORM_CALENDAR } from '../../../reports/record/case.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { DEFAULT_RULES } from '../../../reports/rules.ts';
import { MONTHS_NEEDED, type PreCheckFacts } from '../pre-check.ts';

interface Row {
  readonly effectiveSince: readonly IsoDate[];
  readonly openIncidents: number;
  readonly depositMinor: number;
}

/** One statement. A renewal carries on what it renews, so that its store counts from the first of them. */
export async function preCheckFacts(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  providerId: OrganisationId,
  { loan }: Pick<Benefits, 'loan'>,
): Promise<PreCheckFacts> {
  const [row] = await database.query<Row>(query(providerId));
  if (!row) throw new Error(`${providerId} asks for a loan and is no provider on record.`);
  return {
    ...row,
    oldEnough: addMonths(dateIn(PLATFORM_CALENDAR.zone, clock.now()), -MONTHS_NEEDED),
    loan,
    depositRequiredMinor: DEFAULT_RULES.depositRequiredMinor,
  };
}

const query = (providerId: OrganisationId): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE chain AS (
    SELECT store_id, reporting_start, renews_report_id FROM report
    WHERE provider_id = ${providerId} AND state IN ('ACTIVE', 'NOTICE')
    UNION
    SELECT c.store_id, r.reporting_start, r.renews_report_id
    FROM chain c JOIN report r ON r.id = c.renews_report_id AND r.state = 'EXPIRED'
      AND r.reporting_end = c.reporting_start - 1)
  SELECT ARRAY(SELECT to_char(min(reporting_start), 'YYYY-MM-DD') FROM chain GROUP BY store_id) AS "effectiveSince",
    (SELECT count(*)::int FROM incident i WHERE i.provider_id = p.id AND i.decided_at IS NULL
      AND i.severity IN ('S1', 'S2')) AS "openIncidents",
    p.deposit_available_minor::float8 AS "depositMinor"
  FROM provider p WHERE p.id = ${providerId}`;
