import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addDays, today } from '../../../reports/periods.ts';
import { endOf, PROGRAMME_ZONE, type Quarter, quarterOf } from '../../cycle/quarter.ts';
import { freezeAgain } from '../../record/freeze/freeze.ts';
import { applyRatings } from '../../record/provider-rating.ts';
import { scoreQuarter } from './score.ts';

export interface CorrectRating {
  readonly providerId: OrganisationId;
  readonly quarter: Quarter;
  /** Kept with the new version. */
  readonly reason: string;
}

/**
 * Makes one provider's rating anew after a datum was put right: a new version beside the old one, and where it was published
 * the standing follows from now on (domain-rules §7.7). Nothing else of the cycle moves. A quarter whose figures are not frozen
 * yet has nothing to be corrected: it will be made of what is right now.
 */
export async function correctRating(
  app: Pick<App, 'database' | 'clock'>,
  { providerId, quarter, reason }: CorrectRating,
): Promise<void> {
  const { database } = app;
  const cycle = await database.prisma.ratingCycle.findUnique({ where: { quarter } });
  if (!cycle?.frozenAt) return;
  const served: { readonly id: string }[] = await database.query(
    Prisma.sql`SELECT DISTINCT store_id AS id FROM report WHERE provider_id = ${providerId}`,
  );
  const stores = served.map(({ id }) => id);
  await database.change([...freezeAgain({ quarter, providerId, stores })]);
  await scoreQuarter(app, { quarter, only: [providerId], reason });
  if (!cycle.publishedAt) return;
  const day = today(app.clock.now(), PROGRAMME_ZONE);
  const benefitsUntil = addDays(endOf(quarterOf(day)), -1);
  await database.change([applyRatings({ quarter, only: [providerId], benefitsUntil })]);
}
