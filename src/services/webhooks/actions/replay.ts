import type { App } from '../../../app.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { findDelivery, type WebhookDelivery } from '../record/deliveries.ts';
import { findEndpoint } from '../record/endpoints.ts';

export interface Replay {
  readonly actor: Actor;
  readonly deliveryId: string;
  readonly requestId: string;
}

const PENDING = 'delivery-pending';

/**
 * Sends a message once more, under its own id, with as many attempts as a new one. Refused: `access.delivery-unknown`,
 * `access.delivery-pending` while it is on its way anyway.
 */
export async function replay(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, deliveryId, requestId }: Replay,
): Promise<Result<WebhookDelivery>> {
  const delivery = await findDelivery(app, deliveryId);
  const endpoint = delivery && (await findEndpoint(app, delivery.endpointId));
  if (!endpoint) return refuse('access.delivery-unknown');
  const refusal = permissionRefusal(permitted('service.keys', actor, endpoint));
  if (refusal) return refusal;
  try {
    await app.database.change([
      Prisma.sql`
        WITH again AS (
          UPDATE webhook_delivery SET state = 'PENDING', attempts = 0 WHERE id = ${deliveryId} AND state <> 'PENDING'
          RETURNING id)
        SELECT expect_rows((SELECT count(*) FROM again), 1, ${PENDING})`,
      app.queue.statementFor('webhook', [{ deliveryId }]),
      handled(requestId, app.clock.now()),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === PENDING) return refuse('access.delivery-pending');
    throw error;
  }
  return ok({ ...delivery, state: 'PENDING', attempts: 0 });
}
