import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { type Refusal, refuse } from '../../../result.ts';
import { cycleDates, endOf, PROGRAMME_ZONE, type Quarter, quarterOf, startOf } from '../../cycle/quarter.ts';
import { scoreQuarter } from '../cycle/score.ts';

/** A month's figures are the parties' to enter while the preview of its quarter can still be read (domain-rules §7.1). */
export function closedFor(month: IsoDate, now: Date): Refusal | null {
  const { previewUntil } = cycleDates(quarterOf(month));
  return today(now, PROGRAMME_ZONE) > previewUntil
    ? refuse('ratings.checks-closed', { until: previewUntil })
    : null;
}

/** What comes in after the figures were frozen makes a preview anew. What is published only moves by an appeal. */
export async function previewAnew(app: Deps, providerId: OrganisationId, month: IsoDate): Promise<void> {
  const quarter = quarterOf(month);
  const cycle = await app.database.prisma.ratingCycle.findUnique({ where: { quarter } });
  if (!cycle?.scoredAt || cycle.publishedAt !== null) return;
  await scoreQuarter(app, { quarter, only: [providerId], reason: REASON });
}

/** Before a publication: previews that a crash has kept from being made anew. */
export async function previewsCaughtUp(app: Deps, quarter: Quarter): Promise<void> {
  const behind: { readonly id: string }[] = await app.database.query(Prisma.sql`
    SELECT DISTINCT r.provider_id AS id FROM quality_check q JOIN report r ON r.id = q.report_id
    WHERE q.month >= ${startOf(quarter)}::date AND q.month < ${endOf(quarter)}::date
      AND q.recorded_at > (SELECT max(s.at) FROM rating_snapshot s
        WHERE s.provider_id = r.provider_id AND s.quarter = ${quarter})`);
  const only = behind.map(({ id }) => id);
  if (only.length > 0) await scoreQuarter(app, { quarter, only, reason: REASON });
}

const REASON = 'checks that came in after the figures were frozen';

type Deps = Pick<App, 'database' | 'clock'>;
