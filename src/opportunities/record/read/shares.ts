import { DateTime } from 'luxon';
import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { LEVELS, type Level } from '../../../ratings/levels/level.ts';

/** A calendar month of the programme. */
export interface Month {
  /** `2026-11`. */
  readonly name: string;
  readonly from: Date;
  /** The first instant that is no longer in it. */
  readonly until: Date;
}

/** @param back 0: the running one, 1: the one before */
export const monthOf = (now: Date, back: number): Month =>
  monthFrom(DateTime.fromJSDate(now, { zone: PROGRAMME_ZONE }).startOf('month').minus({ months: back }));

/** By its name. */
export const monthCalled = (name: string): Month =>
  monthFrom(DateTime.fromISO(name, { zone: PROGRAMME_ZONE }));

function monthFrom(from: DateTime): Month {
  return {
    name: from.toFormat('yyyy-MM'),
    from: from.toJSDate(),
    until: from.plus({ months: 1 }).toJSDate(),
  };
}

/** How often a level stood on a slate, and how often it won (domain-rules §9.1). */
export interface LevelShare {
  readonly level: Level;
  readonly places: number;
  readonly interested: number;
  readonly won: number;
}

/** Of one month, every level that stood on a slate or won, the highest first; each counts at the level of its place. */
export async function sharesOf(
  { database }: Pick<App, 'database'>,
  { from, until }: Month,
): Promise<readonly LevelShare[]> {
  const rows = await database.query<LevelShare>(Prisma.sql`
    SELECT s.level, sum(s.places)::int AS places, sum(s.interested)::int AS interested, sum(s.won)::int AS won FROM (
        SELECT level, count(*) AS places, count(*) FILTER (WHERE answer = 'INTERESTED') AS interested, 0 AS won
        FROM opportunity_place WHERE listed_at >= ${from} AND listed_at < ${until} AND round > 0 GROUP BY level
      UNION ALL
        SELECT p.level, 0, 0, count(*) FROM opportunity o
          JOIN opportunity_place p ON p.opportunity_id = o.id AND p.provider_id = o.winner
        WHERE o.state = 'WON' AND o.changed_at >= ${from} AND o.changed_at < ${until} GROUP BY p.level) s
    GROUP BY s.level`);
  return LEVELS.toReversed().flatMap((level) => rows.filter((row) => row.level === level));
}
