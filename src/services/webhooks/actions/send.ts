import { Webhook } from 'standardwebhooks';
import type { App } from '../../../app.ts';
import { owe } from '../../../delivery/owe.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { WEBHOOK_RULES } from '../rules.ts';
import type { Message } from '../target/post.ts';

export type SendApp = Pick<App, 'database' | 'queue' | 'clock' | 'log'>;

export interface SendParts {
  /** Signs and times messages: whoever receives them compares it with their own clock, not with the demo's. */
  readonly realNow: () => Date;
  readonly post: (message: Message) => Promise<number>;
}

interface Due {
  readonly id: string;
  readonly endpoint_id: string;
  readonly provider_id: string;
  readonly url: string;
  readonly secret: string;
  readonly payload: string;
  readonly attempts: number;
}

/**
 * Sends a message that is still owed, under the same id and with a fresh signature each time. Throws where it was not taken,
 * so that the queue tries again later; after the last attempt it is dead, and the provider's administrators are told.
 */
export async function sendWebhook(app: SendApp, deliveryId: string, parts: SendParts): Promise<void> {
  const [due] = await app.database.query<Due>(Prisma.sql`
    SELECT d.id, d.endpoint_id, e.provider_id, e.url, e.secret, d.payload, d.attempts
    FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
    WHERE d.id = ${deliveryId} AND d.state = 'PENDING' AND e.removed_at IS NULL`);
  if (!due) return;
  const { taken, outcome } = await tried(due, parts);
  const attempts = due.attempts + 1;
  const state = taken ? 'DELIVERED' : attempts >= WEBHOOK_RULES.mostAttempts ? 'DEAD' : 'PENDING';
  const at = app.clock.now();
  await app.database.change([
    Prisma.sql`
      UPDATE webhook_delivery SET state = ${state}, attempts = ${attempts}, last_tried_at = ${at}, outcome = ${outcome}
      WHERE id = ${due.id} AND state = 'PENDING'`,
    ...(state === 'DEAD' ? await toldOf(app, due, at) : []),
  ]);
  if (state === 'PENDING') throw new Error(`${new URL(due.url).host}: ${outcome}`);
}

async function tried({ id, url, secret, payload }: Due, { realNow, post }: SendParts) {
  const now = realNow();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Baobei-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, payload),
  };
  try {
    const status = await post({ url, body: payload, headers });
    return { taken: status >= 200 && status < 300, outcome: String(status) };
  } catch (error) {
    return { taken: false, outcome: error instanceof Error ? error.message.slice(0, 200) : 'no answer' };
  }
}

/** The view that draws what became of an endpoint. */
export const ENDPOINT_VIEW = 'webhook';

async function toldOf({ database, queue }: SendApp, due: Due, at: Date): Promise<readonly Prisma.Sql[]> {
  const admins = await database.prisma.membership.findMany({
    where: { organisationId: due.provider_id, role: 'PROVIDER_ADMIN' },
  });
  const messages = admins.map(
    ({ principalId }): OwedMessage => ({
      ...{ view: ENDPOINT_VIEW, subject: due.endpoint_id, stateSeq: 0, rule: `dead ${due.id}` },
      receiver: { kind: 'person', principalId },
    }),
  );
  return owe(queue, { messages, redraw: [] }, at);
}
