import type { App } from '../../../app.ts';
import { auditEvent } from '../../../audit/event.ts';
import { CLOCK_ACTOR } from '../../../audit/payload.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addDays, today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { endOf, PROGRAMME_ZONE, type Quarter, quarterOf, shifted } from '../../cycle/quarter.ts';
import { applyRatings } from '../../record/provider-rating.ts';
import { newsOfQuarter } from '../../reminders/news.ts';

interface Summary {
  readonly providers: number;
  /** SHA-256 over the input hashes, in the order of the providers: one line of the audit trail stands for them all. */
  readonly hash: string;
}

/**
 * Publishes a quarter that everybody has been scored for: levels take effect, promotions at once, and what a demotion
 * takes away at the end of the running quarter (domain-rules §7.1, §8). False: it is published, or not yet scored.
 */
export async function publishQuarter(
  app: Pick<App, 'database' | 'clock'>,
  quarter: Quarter,
): Promise<boolean> {
  const { database } = app;
  const cycle = await database.prisma.ratingCycle.findUnique({ where: { quarter } });
  if (cycle === null || cycle.scoredAt === null || cycle.publishedAt !== null) return false;
  const at = app.clock.now();
  const day = today(at, PROGRAMME_ZONE);
  const data = await summaryOf(app, quarter);
  await database.change([
    Prisma.sql`WITH done AS (UPDATE rating_cycle SET published_at = ${at}::timestamptz, published_by = ${CLOCK_ACTOR}
        WHERE quarter = ${quarter} AND published_at IS NULL RETURNING 1)
      SELECT expect_rows((SELECT count(*) FROM done), 1, 'stale')`,
    applyRatings({ quarter, only: null, benefitsUntil: addDays(endOf(quarterOf(day)), -1) }),
    newsOfQuarter('published', quarter, at),
    watchAtRisk(quarter, endOf(shifted(quarter, 2))),
    auditEvent({
      objectType: 'platform',
      objectId: 'platform',
      actor: CLOCK_ACTOR,
      action: 'rating.published',
      at,
      data: { quarter, ...data },
    }),
  ]);
  return true;
}

async function summaryOf({ database }: Pick<App, 'database'>, quarter: Quarter): Promise<Summary> {
  const [summary] = await database.query<Summary>(Prisma.sql`
    SELECT count(*)::int AS providers, encode(sha256(convert_to(
      coalesce(string_agg(input_hash, E'\n' ORDER BY provider_id COLLATE "C"), ''), 'UTF8')), 'hex') AS hash
    FROM (SELECT DISTINCT ON (provider_id) provider_id, input_hash FROM rating_snapshot
      WHERE quarter = ${quarter} ORDER BY provider_id, version DESC) latest`);
  return summary ?? { providers: 0, hash: '' };
}

/** While a provider is at risk, two people approve its reports (domain-rules §3.4): until the next publication is over. */
const watchAtRisk = (quarter: Quarter, until: IsoDate): Prisma.Sql => Prisma.sql`
  UPDATE provider SET watched_until = greatest(watched_until, ${until}::date)
  WHERE id IN (SELECT provider_id FROM provider_rating WHERE quarter = ${quarter} AND 'AT_RISK' = ANY(flags))`;
