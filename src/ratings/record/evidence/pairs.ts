import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { RELATED } from './related.ts';

/** A store and a provider with an effective relationship. */
export interface Pair {
  readonly storeId: OrganisationId;
  readonly storeName: string;
  readonly providerId: OrganisationId;
  readonly providerName: string;
  readonly related: boolean;
  /** Whether the store has answered for this quarter. */
  readonly answered: boolean;
}

/** The providers that these stores work with now, by name. */
export const effectivePairs = (
  { database }: Pick<App, 'database'>,
  stores: readonly OrganisationId[],
  quarter: Quarter,
): Promise<readonly Pair[]> =>
  database.query<Pair>(Prisma.sql`
    SELECT r.store_id AS "storeId", s.name AS "storeName", r.provider_id AS "providerId", p.name AS "providerName",
      bool_or(${RELATED}) AS related, EXISTS (SELECT FROM survey_answer a
        WHERE a.provider_id = r.provider_id AND a.store_id = r.store_id AND a.quarter = ${quarter}) AS answered
    FROM report r JOIN organisation s ON s.id = r.store_id JOIN organisation p ON p.id = r.provider_id
    WHERE r.store_id = ANY(${[...stores]}::text[]) AND r.state IN ('ACTIVE', 'NOTICE')
    GROUP BY r.store_id, s.name, r.provider_id, p.name
    ORDER BY p.name COLLATE "C", s.name COLLATE "C"`);
