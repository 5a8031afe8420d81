import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { type Refusal, refuse } from '../../../result.ts';
import { cycleDates, PROGRAMME_ZONE, quarterOf } from '../../cycle/quarter.ts';
import { correctRating } from '../cycle/correct-rating.ts';

/** A month's figures are the parties' to enter while the preview of its quarter can still be read (domain-rules §7.1). */
export function closedFor(month: IsoDate, now: Date): Refusal | null {
  const { previewUntil } = cycleDates(quarterOf(month));
  return today(now, PROGRAMME_ZONE) > previewUntil
    ? refuse('ratings.checks-closed', { until: previewUntil })
    : null;
}

/** What comes in after the figures were frozen makes a preview anew. What is published only moves by an appeal. */
export async function previewAnew(
  app: Pick<App, 'database' | 'clock'>,
  providerId: OrganisationId,
  month: IsoDate,
): Promise<void> {
  const quarter = quarterOf(month);
  const cycle = await app.database.prisma.ratingCycle.findUnique({ where: { quarter } });
  if (!cycle?.scoredAt || cycle.publishedAt !== null) return;
  await correctRating(app, { providerId, quarter, reason: `checks of ${month.slice(0, 7)}` });
}
