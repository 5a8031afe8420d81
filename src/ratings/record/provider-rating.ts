import { Prisma } from '../../platform/database/generated/client.ts';
import type { IsoDate } from '../../reports/report.ts';
import type { Quarter } from '../cycle/quarter.ts';
import { levelRank } from './level-rank.ts';

export interface Applied {
  readonly quarter: Quarter;
  readonly only: readonly string[] | null;
  /** Last day on which somebody demoted now keeps what the old level gave. */
  readonly benefitsUntil: IsoDate;
}

/** Where everybody stands becomes what the latest version of the quarter says; one statement, whatever the number. */
export function applyRatings({ quarter, only, benefitsUntil }: Applied): Prisma.Sql {
  const [next, old] = [Prisma.sql`excluded.level`, Prisma.sql`now.level`];
  const demoted = Prisma.sql`${levelRank(next)} < ${levelRank(old)}`;
  return Prisma.sql`
    INSERT INTO provider_rating AS now (provider_id, quarter, version, level, published, scored_cycles, flags)
    SELECT DISTINCT ON (provider_id) provider_id, quarter, version, level, published,
      (result #>> '{level,scoredCycles}')::int, flags
    FROM rating_snapshot WHERE quarter = ${quarter}
      ${only === null ? Prisma.empty : Prisma.sql`AND provider_id = ANY(${[...only]}::text[])`}
    ORDER BY provider_id, version DESC
    ON CONFLICT (provider_id) DO UPDATE SET quarter = excluded.quarter, version = excluded.version,
      level = excluded.level, published = excluded.published, scored_cycles = excluded.scored_cycles,
      flags = excluded.flags, stayed_level = NULL,
      benefits_level = CASE WHEN ${demoted} THEN now.level WHEN now.quarter = excluded.quarter THEN now.benefits_level END,
      benefits_until = CASE WHEN ${demoted} THEN ${benefitsUntil}::date
        WHEN now.quarter = excluded.quarter THEN now.benefits_until END`;
}
