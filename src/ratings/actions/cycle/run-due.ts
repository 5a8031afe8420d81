import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { today } from '../../../reports/periods.ts';
import { cycleDates, PROGRAMME_ZONE, type Quarter, quarterOf, shifted } from '../../cycle/quarter.ts';
import { newsOfQuarter } from '../../reminders/news.ts';
import { previewsCaughtUp } from '../checks/counted-still.ts';
import { awardBadges } from './award-badges.ts';
import { freezeQuarter } from './freeze-quarter.ts';
import { publishQuarter } from './publish-quarter.ts';
import { scoreQuarter } from './score.ts';

type Deps = Pick<App, 'database' | 'clock'>;

/**
 * Whatever the calendar of the last closed quarter asks for by now (domain-rules §7.1): frozen and scored from its first
 * day after, published from the twentieth, and specialists given their badges. What was missed or cut short is made up for; what is done is left alone.
 */
export async function runDueCycle(app: Deps): Promise<void> {
  const day = today(app.clock.now(), PROGRAMME_ZONE);
  const quarter = shifted(quarterOf(day), -1);
  const cycle = await app.database.prisma.ratingCycle.findUnique({ where: { quarter } });
  if (!cycle?.scoredAt) await preview(app, quarter);
  if (!cycle?.publishedAt && day >= cycleDates(quarter).publishedOn) {
    await previewsCaughtUp(app, quarter);
    await publishQuarter(app, quarter);
  }
  if (!cycle?.badgedAt && day >= cycleDates(quarter).publishedOn) await awardBadges(app, quarter);
}

/** Freezes and scores: from here on each provider sees what it will be rated by. */
async function preview(app: Deps, quarter: Quarter): Promise<void> {
  await freezeQuarter(app, quarter);
  await scoreQuarter(app, { quarter, only: null, reason: null });
  const at = app.clock.now();
  await app.database.change([
    newsOfQuarter('preview', quarter, at),
    Prisma.sql`UPDATE rating_cycle SET scored_at = ${at}::timestamptz
      WHERE quarter = ${quarter} AND scored_at IS NULL`,
  ]);
}
