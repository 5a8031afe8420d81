import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Level } from '../../ratings/levels/level.ts';
import { levelRank } from '../../ratings/record/level-rank.ts';
import { MATCH_PER_POINT } from '../matching/fit.ts';
import type { Offer } from '../matching/offers.ts';

export interface CandidateRow {
  readonly providerId: OrganisationId;
  readonly level: Level;
  readonly published: number | null;
  readonly scoredCycles: number;
  /** Not yet rated, or for fewer than two cycles. */
  readonly newcomer: boolean;
  /** Share of the wanted scopes that it offers, 0 to 1. */
  readonly scope: number;
  readonly categories: readonly string[];
}

export interface Reading {
  readonly opportunityId: string;
  readonly offers: readonly Offer[];
  readonly now: Date;
  /** So many of the newcomers and so many of the others; fewer only where there are no more. */
  readonly depth: number;
}

/**
 * The best of the newcomers and of the others, best first, by the match that each could reach at most: as the slate orders
 * them where all else is equal, so that whoever is not read comes after the last who is. Each kind of offer is an index
 * entry that is walked from its best down: the cost is that of the kinds and the depth, not of the programme. Whoever could
 * tie with the last is read, too, because among equals the lot decides, and no index can know it (`lotOf`).
 */
export const bestCandidates = ({ opportunityId, offers, now, depth }: Reading): Prisma.Sql => Prisma.sql`
  WITH offer AS MATERIALIZED (
    SELECT o.*, kind.newcomer
    FROM unnest(${offers.map(({ category }) => category)}::text[], ${offers.map(({ bits }) => bits)}::int[],
      ${offers.map(({ scope }) => scope)}::float8[], ${offers.map(({ besides }) => besides)}::numeric[])
      AS o(category, bits, scope, besides)
    CROSS JOIN (VALUES (true), (false)) kind(newcomer)),
  head AS MATERIALIZED (
    SELECT o.*, ${MATCH} AS match
    FROM offer o CROSS JOIN LATERAL (
      SELECT c.worth FROM candidacy c WHERE ${meets(now)} ORDER BY c.worth DESC LIMIT ${count(depth)}) c),
  last AS MATERIALIZED (
    SELECT kind.newcomer, coalesce((SELECT h.match FROM head h WHERE h.newcomer = kind.newcomer
      ORDER BY h.match DESC OFFSET ${count(depth - 1)} LIMIT 1), 0) AS match
    FROM (VALUES (true), (false)) kind(newcomer)),
  winning AS MATERIALIZED (
    SELECT DISTINCT h.category, h.bits, h.newcomer, h.scope, h.besides,
      ceil((last.match - ${HALF_A_PLACE}::numeric - h.besides) / ${STEP}::numeric)::int AS least
    FROM head h JOIN last ON last.newcomer = h.newcomer AND h.match >= last.match)
  SELECT best.id AS "providerId", best.level, k.published::float8 AS published, best.newcomer,
    coalesce(k.scored_cycles, 0) AS "scoredCycles", best.scope, p.categories
  FROM last CROSS JOIN LATERAL (
    SELECT c.provider_id AS id, c.level, o.newcomer, o.scope, ${MATCH} AS match, ${levelRank(Prisma.sql`c.level`)} AS rank,
      sha256(convert_to(${opportunityId} || '|' || c.provider_id, 'UTF8')) AS lot
    FROM winning o CROSS JOIN LATERAL (
      SELECT c.* FROM candidacy c WHERE ${meets(now)} AND c.worth >= o.least OFFSET 0) c
    WHERE o.newcomer = last.newcomer
    ORDER BY match DESC, rank DESC, lot LIMIT ${count(depth)}) best
  JOIN provider p ON p.id = best.id LEFT JOIN provider_rating k ON k.provider_id = best.id
  ORDER BY best.match DESC, best.rank DESC, best.lot`;

/** Written out, so that a plan made once for all values knows how short the walks are. */
const count = (rows: number): Prisma.Sql => Prisma.raw(String(rows));

const STEP = MATCH_PER_POINT.div(100).toFixed();
/** A match is stored with four places: what lies half of one below still rounds up to it. */
const HALF_A_PLACE = '0.00005';

const MATCH = Prisma.sql`round(o.besides + c.worth * ${STEP}::numeric, 4)`;

const meets = (now: Date): Prisma.Sql => Prisma.sql`
  c.category = o.category AND c.scopes = o.bits AND c.newcomer = o.newcomer
  AND c.recognised_until >= ${now}::timestamptz::date`;
