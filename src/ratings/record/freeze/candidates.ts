import { Prisma } from '../../../platform/database/generated/client.ts';
import { SCALE } from '../../rules.ts';
import { among, type Freezing } from './window.ts';

/**
 * Whom the cycle rates, with the middle of the ranks for D3: among the providers of one's main category, or among all
 * where those are too few. Whoever was rated before is there too, with nothing, so that their level is held or lapses.
 */
export function freezeCandidates(freezing: Freezing): Prisma.Sql {
  const { quarter } = freezing;
  const small = Prisma.raw(`count(*) OVER own < ${SCALE.minimumGroup}`);
  const either = (all: string, own: string) =>
    Prisma.sql`CASE WHEN ${small} THEN ${Prisma.raw(all)} ELSE ${Prisma.raw(own)} END`;
  return Prisma.sql`
    WITH size AS (
      SELECT p.id, coalesce(p.categories[1], '') AS category, count(*) FILTER (WHERE b.year_months > 0) AS stores,
        sum(b.year_months) AS months, sum(b.quarter_months) > 0 AS active, sum(b.gmv_year) AS gmv
      FROM rating_bond b JOIN provider p ON p.id = b.provider_id
      WHERE b.quarter = ${quarter} GROUP BY p.id),
    ranked AS (
      SELECT size.*,
        ${either('rank() OVER (ORDER BY gmv) - 1', 'rank() OVER (own ORDER BY gmv) - 1')} AS below,
        ${either('count(*) OVER (PARTITION BY gmv)', 'count(*) OVER (PARTITION BY category, gmv)')} AS equal,
        ${either('count(*) OVER ()', 'count(*) OVER own')} AS group_size
      FROM size WINDOW own AS (PARTITION BY category))
    INSERT INTO rating_candidate (quarter, provider_id, category, stores, store_months, active, below, equal, group_size)
    SELECT ${quarter}, id, category, stores, months, active, below, equal, group_size FROM ranked
    WHERE true ${among(Prisma.sql`id`, freezing)}
    UNION ALL
    SELECT ${quarter}, p.id, coalesce(p.categories[1], ''), 0, 0, false, 0, 0, 0
    FROM provider_rating k JOIN provider p ON p.id = k.provider_id
    WHERE NOT EXISTS (SELECT FROM rating_bond b WHERE b.quarter = ${quarter} AND b.provider_id = p.id)
      ${among(Prisma.sql`p.id`, freezing)}
    ON CONFLICT DO NOTHING`;
}
