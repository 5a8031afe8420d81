import type { Category } from '../../directory/categories.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Level } from '../../ratings/levels/level.ts';
import { levelRank } from '../../ratings/record/level-rank.ts';
import type { ServiceScope } from '../../reports/report.ts';

export interface CandidateRow {
  readonly providerId: OrganisationId;
  readonly level: Level;
  readonly published: number | null;
  readonly scoredCycles: number;
  /** Share of the wanted scopes that it offers, 0 to 1. */
  readonly scope: number;
  readonly categories: readonly string[];
}

export interface Pool {
  readonly categories: readonly Category[];
  readonly scopes: readonly ServiceScope[];
  /** At least so many of the scopes. */
  readonly covering: number;
  readonly now: Date;
  readonly opportunityId: string;
  /** How many are read where more is known of them than these orders tell; five otherwise. */
  readonly size?: number;
  /** Whoever has had a place, or does not want one. */
  readonly without?: readonly OrganisationId[];
}

/** The places of a slate: whoever comes after as many in a pool has as many before them who fit no worse. */
const SIZE = 5;
/** Scores this near may be one match at four places; then the level decides, and the lot. */
const TIE = 0.02;
/** Beyond these a score changes no match (domain-rules §9.1). */
const WORST = 40;
const BEST = 90;

/**
 * Everybody who could stand on a slate, of the pools together: in each, those with a score and those without, and newcomers
 * among them by themselves. Orders are walked until there are enough, so that the cost is that of the slate, not of the programme.
 */
export const candidatesOf = (pools: readonly Pool[]): Prisma.Sql =>
  Prisma.join(
    pools.flatMap((pool) => [
      scored(pool, Prisma.empty),
      scored(pool, Prisma.sql`AND k.scored_cycles < 2`),
      provisional(pool, NEWCOMER),
      provisional(pool, Prisma.sql`NOT ${NEWCOMER}`),
    ]),
    ' UNION ALL ',
  );

const NEWCOMER = Prisma.sql`(k.provider_id IS NULL OR k.level = 'P' OR k.scored_cycles < 2)`;

/** The best published of a pool, and whoever ties with the last of them. */
function scored(pool: Pool, which: Prisma.Sql): Prisma.Sql {
  const best = Prisma.sql`
    SELECT CASE WHEN count(*) < ${sizeOf(pool)}::int OR min(b.published) <= ${WORST + TIE}::numeric THEN 0
      ELSE least(min(b.published), ${BEST}::numeric) - ${TIE}::numeric END
    FROM (SELECT o.published FROM (${byScore(pool, which)} OFFSET 0) o WHERE ${covers(pool)} LIMIT ${sizeOf(pool)}::int) b`;
  return Prisma.sql`(${chosen(pool, byScore(pool, Prisma.sql`${which} AND k.published >= (${best})`))})`;
}

const byScore = (pool: Pool, which: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.categories, k.level, k.published, k.scored_cycles
  FROM provider_rating k JOIN provider p ON p.id = k.provider_id
  WHERE k.published IS NOT NULL AND k.level <> 'P' AND ${recommendable(pool)} ${which}
  ORDER BY k.published DESC, k.provider_id`;

/** Whoever counts with the provisional score: all alike, so the level decides, and the lot (`lotOf`). */
const provisional = (pool: Pool, which: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${chosen(
    pool,
    Prisma.sql`
    SELECT p.id, p.categories, coalesce(k.level, 'P') AS level, NULL::numeric AS published,
      coalesce(k.scored_cycles, 0) AS scored_cycles
    FROM provider p LEFT JOIN provider_rating k ON k.provider_id = p.id
    WHERE p.provisional AND ${recommendable(pool)} AND ${which}
    ORDER BY ${levelRank(Prisma.sql`coalesce(k.level, 'P')`)} DESC,
      sha256(convert_to(${pool.opportunityId} || '|' || p.id, 'UTF8'))`,
  )} LIMIT ${sizeOf(pool)}::int)`;

/** The order is made first, and what somebody offers is asked down it until there are enough. OFFSET keeps the two apart. */
const chosen = (pool: Pool, ordered: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT o.id AS "providerId", o.level, o.published::float8 AS published, o.scored_cycles AS "scoredCycles", o.categories,
    ${scopeShare(pool)} AS scope
  FROM (${ordered} OFFSET 0) o WHERE ${covers(pool)}`;

const sizeOf = ({ size = SIZE }: Pool): number => size;

const recommendable = ({ categories, now, without = [] }: Pool): Prisma.Sql => Prisma.sql`
  p.barred_at IS NULL AND p.recognised_until >= ${now}::timestamptz::date
  AND p.categories && ${[...categories]}::text[] AND p.id <> ALL(${[...without]}::text[])
  AND k.suspended_at IS NULL`;

const covers = (pool: Pool): Prisma.Sql =>
  Prisma.sql`${scopeShare(pool)} * ${pool.scopes.length}::int >= ${pool.covering - 0.5}::float8`;

/** FULL covers every scope. */
const scopeShare = ({ scopes }: Pool): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN bool_or(i.scope = 'FULL') THEN 1
    ELSE count(DISTINCT i.scope)::float8 / ${scopes.length}::int END
  FROM service_item i
  WHERE i.provider_id = o.id AND i.offered AND i.scope = ANY(${[...scopes, 'FULL']}::text[]))`;
