import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { payloadOf, type WebhookEvent } from '../events.ts';
import { WEBHOOK_RULES } from '../rules.ts';

export interface WebhookJob {
  readonly deliveryId: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** One message for each system that listens to the event and may still know of it. Done again, it adds none. */
export async function fanOut(
  { database, queue, clock, ids }: Pick<App, 'database' | 'queue' | 'clock' | 'ids'>,
  event: WebhookEvent,
): Promise<void> {
  const listeners = await database.query<{ id: string }>(listening(event));
  const at = clock.now();
  const forgotten = new Date(at.getTime() - WEBHOOK_RULES.keptDays * DAY_MS);
  for (const { id: endpointId } of listeners) {
    const deliveryId = ids.next('msg');
    await database.change([
      Prisma.sql`DELETE FROM webhook_delivery WHERE endpoint_id = ${endpointId} AND created_at < ${forgotten}`,
      // Where the event is on its way already there will be no such row, and the job ends.
      Prisma.sql`
        INSERT INTO webhook_delivery (id, endpoint_id, event_id, type, payload, state, created_at)
        VALUES (${deliveryId}, ${endpointId}, ${event.eventId}, ${event.type}, ${payloadOf(event)}, 'PENDING', ${at})
        ON CONFLICT (endpoint_id, event_id) DO NOTHING`,
      queue.statementFor('webhook', [{ deliveryId }]),
    ]);
  }
}

/** What an application hears of itself it hears when its keys have ended, too. */
const listening = ({ providerId, mode, type, applicationId }: WebhookEvent): Prisma.Sql => Prisma.sql`
  SELECT e.id FROM webhook_endpoint e JOIN api_grant g USING (application_id, mode)
  WHERE e.provider_id = ${providerId} AND e.mode = ${mode} AND e.removed_at IS NULL AND ${type} = ANY(e.events)
    ${applicationId === undefined ? Prisma.sql`AND g.ended_at IS NULL` : Prisma.sql`AND e.application_id = ${applicationId}`}`;
