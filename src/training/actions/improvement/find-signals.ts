import type { App } from '../../../app.ts';
import { CLOCK_ACTOR } from '../../../audit/payload.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import type { Level } from '../../../ratings/levels/level.ts';
import { addDays, today } from '../../../reports/periods.ts';
import { type DimensionScores, underFloor } from '../../improvement/floors.ts';
import { AT_RISK } from '../../improvement/lifecycle.ts';
import { lastClosedMonth } from '../diagnosis/refresh-benchmarks.ts';
import { openCase } from './open-case.ts';

type Deps = Pick<App, 'database' | 'clock'>;

/** A publication is looked at for so many days: a day that was missed is made up for. */
const LOOK_BACK_DAYS = 3;
const SILENT_DAYS = 30;
/** By then the figures of the month before are in. */
const MONTH_DUE_DAY = 20;
const BATCH = 2_000;

interface Published {
  readonly providerId: string;
  readonly quarter: string;
  readonly level: Level;
  readonly atRisk: boolean;
  readonly dimensions: DimensionScores;
}

/**
 * After a publication: every provider that is at risk, or has a dimension under its floor. The record is read in batches by its key.
 *
 * @returns how many cases were opened or added to
 */
export async function signalFromRatings(app: Deps): Promise<number> {
  const since = addDays(today(app.clock.now(), 'UTC'), -LOOK_BACK_DAYS);
  let [after, changed] = ['', 0];
  for (;;) {
    const rows = await app.database.query<Published>(publishedSince(since, after));
    for (const { providerId, quarter, level, atRisk, dimensions } of rows) {
      const signals = [
        ...(atRisk ? [AT_RISK] : []),
        ...underFloor(level, dimensions).map((dimension) => `floor-${dimension}`),
      ];
      if (
        signals.length > 0 &&
        (await openCase(app, { providerId, signals, source: quarter, by: CLOCK_ACTOR }))
      )
        changed += 1;
    }
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return changed;
    after = last.providerId;
  }
}

const publishedSince = (since: string, after: string): Prisma.Sql => Prisma.sql`
  SELECT k.provider_id AS "providerId", k.quarter, k.level, 'AT_RISK' = ANY(k.flags) AS "atRisk",
    s.result -> 'dimensions' AS dimensions
  FROM provider_rating k JOIN rating_cycle c ON c.quarter = k.quarter AND c.published_at >= ${since}::date
    JOIN rating_snapshot s ON s.provider_id = k.provider_id AND s.quarter = k.quarter AND s.version = k.version
  WHERE k.provider_id > ${after} ORDER BY k.provider_id LIMIT ${BATCH}::int`;

interface Silent {
  readonly providerId: string;
  readonly silent: boolean;
  readonly monthMissing: boolean;
}

/**
 * Once a day: providers with a report in effect of whom nobody has been here for thirty days, or whose stores lack last month's
 * figures although others have theirs. A conversation, never a deduction.
 */
export async function signalFromSilence(app: Deps): Promise<number> {
  const now = app.clock.now();
  const month = lastClosedMonth(now);
  const date = today(now, PROGRAMME_ZONE);
  const monthDue = Number(date.slice(8)) >= MONTH_DUE_DAY;
  const rows = await app.database.query<Silent>(Prisma.sql`
    WITH serving AS (
      SELECT r.provider_id, array_agg(DISTINCT r.store_id) AS stores FROM report r
      WHERE r.state IN ('ACTIVE', 'NOTICE') AND r.reporting_start <= ${addDays(date, -SILENT_DAYS)}::date
      GROUP BY r.provider_id),
    found AS (
      SELECT s.provider_id, NOT EXISTS (SELECT FROM membership m JOIN chat_account a ON a.principal_id = m.principal_id
          WHERE m.organisation_id = s.provider_id
            AND coalesce(a.last_used_at, a.linked_at) >= ${addDays(date, -SILENT_DAYS)}::date) AS silent,
        ${monthDue} AND EXISTS (SELECT FROM store_month m WHERE m.latest AND m.month = ${month}::date)
          AND NOT EXISTS (SELECT FROM store_month m WHERE m.latest AND m.month = ${month}::date
            AND m.store_id = ANY(s.stores)) AS missing
      FROM serving s)
    SELECT provider_id AS "providerId", silent, missing AS "monthMissing" FROM found WHERE silent OR missing`);
  let changed = 0;
  for (const { providerId, silent, monthMissing } of rows) {
    const signals = [...(silent ? ['no-login'] : []), ...(monthMissing ? ['no-month'] : [])];
    if (await openCase(app, { providerId, signals, source: month, by: CLOCK_ACTOR })) changed += 1;
  }
  return changed;
}
