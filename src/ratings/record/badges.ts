import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Quarter } from '../cycle/quarter.ts';
import { SPECIALIST } from '../levels/specialist.ts';

export interface CategoryStores {
  readonly category: string;
  /** Their ids. */
  readonly stores: readonly string[];
  readonly storeMonths: number;
}

export interface Contender {
  readonly providerId: OrganisationId;
  readonly categories: readonly CategoryStores[];
}

/** Providers with enough stores and store-months in a category, after this id, in its order. */
export const contenders = (quarter: Quarter, after: string, size: number): Prisma.Sql => Prisma.sql`
  SELECT c.provider_id AS "providerId", jsonb_agg(jsonb_build_object('category', c.category, 'stores', c.stores,
    'storeMonths', c.months) ORDER BY c.category) AS categories
  FROM (
    SELECT b.provider_id, s.categories[1] AS category, array_agg(b.store_id ORDER BY b.store_id) AS stores,
      sum(b.year_months) AS months
    FROM rating_bond b JOIN store s ON s.id = b.store_id
    WHERE b.quarter = ${quarter} AND b.provider_id > ${after} AND b.year_months > 0 AND NOT b.related
      AND s.categories[1] IS NOT NULL
    GROUP BY b.provider_id, s.categories[1]
    HAVING count(*) >= ${SPECIALIST.stores}::int AND sum(b.year_months) >= ${SPECIALIST.storeMonths}::int) c
  GROUP BY c.provider_id ORDER BY c.provider_id LIMIT ${size}::int`;

export interface Badge {
  readonly providerId: OrganisationId;
  readonly quarter: Quarter;
  readonly category: string;
  readonly score: number;
  readonly stores: number;
  readonly storeMonths: number;
}

/** One that was given before stays as it is. */
export const insertBadges = (badges: readonly Badge[]): Prisma.Sql => Prisma.sql`
  INSERT INTO rating_badge (provider_id, quarter, category, score, stores, store_months)
  SELECT b."providerId", b.quarter, b.category, b.score, b.stores, b."storeMonths"
  FROM jsonb_to_recordset(${JSON.stringify(badges)}::jsonb)
    AS b("providerId" text, quarter text, category text, score numeric, stores int, "storeMonths" numeric)
  ON CONFLICT DO NOTHING`;

/** Those of one quarter, the best first. */
export const findBadges = (
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
  quarter: Quarter,
): Promise<readonly Badge[]> =>
  database.query<Badge>(Prisma.sql`
    SELECT provider_id AS "providerId", quarter, category, score::float8 AS score, stores,
      store_months::float8 AS "storeMonths"
    FROM rating_badge WHERE provider_id = ${providerId} AND quarter = ${quarter} ORDER BY score DESC, category`);
