import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { REQUEST_FORM } from '../actions/draft-request.ts';

export interface FamiliarProvider {
  readonly storeId: string;
  readonly storeName: string;
  readonly providerId: string;
  readonly name: string;
}

const FEW = 6;

/** Providers with whom these stores have begun a request or had a report, the latest first. */
export async function familiarProviders(
  { database }: Pick<App, 'database'>,
  storeIds: readonly string[],
): Promise<readonly FamiliarProvider[]> {
  if (storeIds.length === 0) return [];
  const stores = Prisma.join([...storeIds]);
  return database.query<FamiliarProvider>(Prisma.sql`
    SELECT s.id AS "storeId", s.name AS "storeName", p.id AS "providerId", p.name
    FROM (
      SELECT store_id, provider_id, max(at) AS at FROM (
        SELECT store_id, provider_id, created_at AS at FROM report WHERE store_id IN (${stores})
        UNION ALL
        SELECT owner, subject, updated_at FROM form_draft WHERE form = ${REQUEST_FORM} AND owner IN (${stores})
      ) met GROUP BY store_id, provider_id ORDER BY 3 DESC LIMIT ${FEW}::int) pair
    JOIN organisation s ON s.id = pair.store_id
    JOIN organisation p ON p.id = pair.provider_id JOIN provider q ON q.id = p.id AND q.barred_at IS NULL
    ORDER BY pair.at DESC`);
}
