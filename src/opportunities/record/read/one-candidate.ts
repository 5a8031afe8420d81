import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { CandidateRow } from '../candidates-query.ts';

/** Without what only the reading of many needs. */
export type OneRow = Omit<CandidateRow, 'newcomer'>;

/** What can keep a provider from any opportunity. */
export const able = (providerId: OrganisationId, now: Date): Prisma.Sql => Prisma.sql`
  FROM provider p LEFT JOIN provider_rating k ON k.provider_id = p.id
  WHERE p.id = ${providerId} AND p.barred_at IS NULL AND p.recognised_until >= ${now}::timestamptz::date
    AND k.suspended_at IS NULL`;

/** One provider as a slate would see it; null where it is barred, suspended or not recognised. */
export async function oneCandidate(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  providerId: OrganisationId,
  { scopes }: Pick<Opportunity, 'scopes'>,
): Promise<OneRow | null> {
  const [row] = await database.query<OneRow>(Prisma.sql`
    SELECT p.id AS "providerId", coalesce(k.level, 'P') AS level, k.published::float8 AS published,
      coalesce(k.scored_cycles, 0) AS "scoredCycles", p.categories,
      (SELECT CASE WHEN bool_or(i.scope = 'FULL') THEN 1 ELSE count(DISTINCT i.scope)::float8 / ${scopes.length}::int END
       FROM service_item i
       WHERE i.provider_id = p.id AND i.offered AND i.scope = ANY(${[...scopes, 'FULL']}::text[])) AS scope
    ${able(providerId, clock.now())}`);
  return row ?? null;
}
