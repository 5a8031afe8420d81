import type { Category } from '../../directory/categories.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Level } from '../../ratings/levels/level.ts';
import type { ServiceScope } from '../../reports/report.ts';

export interface CandidateRow {
  readonly providerId: OrganisationId;
  readonly level: Level;
  readonly published: number | null;
  readonly scoredCycles: number;
  /** Share of the wanted scopes that it offers, 0 to 1. */
  readonly scope: number;
  readonly suspended: boolean;
  readonly categories: readonly string[];
}

export interface Pool {
  readonly categories: readonly Category[];
  readonly scopes: readonly ServiceScope[];
  /** At least so many of the scopes. */
  readonly covering: number;
  readonly now: Date;
  readonly size: number;
}

/**
 * The providers of these categories that can be recommended, the best published first. The index on the published score is
 * walked until there are enough, so that the cost is that of the pool and not of the programme.
 */
export const ratedPool = (pool: Pool): Prisma.Sql =>
  firstOf(
    pool,
    Prisma.sql`
      SELECT p.id, p.categories, k.level, k.published::float8 AS published, k.scored_cycles, k.suspended_at
      FROM provider_rating k JOIN provider p ON p.id = k.provider_id
      WHERE k.published IS NOT NULL AND k.level <> 'P' AND ${recommendable(pool)}
      ORDER BY k.published DESC, k.provider_id`,
  );

/** Whoever is not rated yet, or only once, in an order that is another one for every opportunity. */
export const newcomerPool = (pool: Pool, opportunityId: string): Prisma.Sql =>
  firstOf(
    pool,
    Prisma.sql`
      SELECT p.id, p.categories, coalesce(k.level, 'P') AS level,
        CASE WHEN k.level <> 'P' THEN k.published::float8 END AS published, coalesce(k.scored_cycles, 0) AS scored_cycles,
        k.suspended_at
      FROM provider p LEFT JOIN provider_rating k ON k.provider_id = p.id
      WHERE (k.provider_id IS NULL OR k.level = 'P' OR k.scored_cycles < 2) AND ${recommendable(pool)}
      ORDER BY md5(${opportunityId} || '|' || p.id)`,
  );

/** The order is made first, and what somebody offers is asked down it until there are enough. OFFSET keeps the two apart. */
const firstOf = (pool: Pool, ordered: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT o.id AS "providerId", o.level, o.published, o.scored_cycles AS "scoredCycles", o.categories,
    ${scopeShare(Prisma.sql`o.id`, pool)} AS scope, o.suspended_at IS NOT NULL AS suspended
  FROM (${ordered} OFFSET 0) o WHERE ${covers(Prisma.sql`o.id`, pool)} LIMIT ${pool.size}::int`;

const recommendable = ({ categories, now }: Pool): Prisma.Sql => Prisma.sql`
  p.barred_at IS NULL AND p.recognised_until >= ${now}::timestamptz::date
  AND p.categories && ${[...categories]}::text[]`;

const covers = (id: Prisma.Sql, pool: Pool): Prisma.Sql =>
  Prisma.sql`${scopeShare(id, pool)} * ${pool.scopes.length}::int >= ${pool.covering - 0.5}::float8`;

/** FULL covers every scope. */
const scopeShare = (id: Prisma.Sql, { scopes }: Pool): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN bool_or(i.scope = 'FULL') THEN 1
    ELSE count(DISTINCT i.scope)::float8 / ${scopes.length}::int END
  FROM service_item i
  WHERE i.provider_id = ${id} AND i.offered AND i.scope = ANY(${[...scopes, 'FULL']}::text[]))`;
