import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { oweEvents, type WebhookEvent } from '../events.ts';

interface Unheard {
  readonly provider_id: string;
  readonly quarter: string;
  readonly level: string;
  readonly published: string | null;
  readonly published_at: Date;
}

/** Whoever was away for longer hears of the rating from the API. */
const SINCE_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * Owes the news of a published quarter to whoever listens and has not got it yet. A publication is one statement for all
 * providers; who listens is found out after it, from the record, so that a crash in between loses nothing.
 */
export async function oweRatingEvents(app: Pick<App, 'database' | 'queue' | 'clock'>): Promise<void> {
  const since = new Date(app.clock.now().getTime() - SINCE_MS);
  const unheard = await app.database.query<Unheard>(Prisma.sql`
    SELECT DISTINCT r.provider_id, r.quarter, r.level, r.published::text, c.published_at
    FROM rating_cycle c JOIN provider_rating r ON r.quarter = c.quarter
      JOIN webhook_endpoint e ON e.provider_id = r.provider_id
    WHERE c.published_at > ${since} AND e.mode = 'LIVE' AND e.removed_at IS NULL AND e.created_at <= c.published_at
      AND 'rating.published' = ANY(e.events)
      AND NOT EXISTS (SELECT FROM webhook_delivery d
        WHERE d.endpoint_id = e.id AND d.event_id = 'rating/' || r.quarter || '/' || r.provider_id)`);
  await app.database.change(oweEvents(app.queue, unheard.map(ratingEvent)));
}

const ratingEvent = ({
  provider_id: providerId,
  quarter,
  level,
  published,
  published_at,
}: Unheard): WebhookEvent => ({
  eventId: `rating/${quarter}/${providerId}`,
  ...{ type: 'rating.published', mode: 'LIVE', providerId, at: published_at.toISOString() },
  data: { quarter, level, published: published === null ? null : Number(published) },
});
