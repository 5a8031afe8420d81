import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { sliceOf } from '../../space/slice.ts';
import type { Slice, Wanted } from '../../space/space.ts';

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'DEAD'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface WebhookDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly type: string;
  readonly payload: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly lastTriedAt: Date | null;
  /** The answer's status, or why there was none. */
  readonly outcome: string | null;
}

const COLUMNS = Prisma.sql`d.id, d.endpoint_id AS "endpointId", d.type, d.payload, d.state, d.attempts,
  d.created_at AS "createdAt", d.last_tried_at AS "lastTriedAt", d.outcome`;

/** The newest first. */
export async function deliveriesTo(
  { database }: Pick<App, 'database'>,
  endpointId: string,
  { limit, after }: Wanted,
): Promise<Slice<WebhookDelivery>> {
  const [createdAt, id] = after ?? [];
  const from =
    createdAt === undefined || id === undefined
      ? Prisma.empty
      : Prisma.sql`AND (d.created_at, d.id) < (${createdAt}::timestamptz, ${id})`;
  const rows = await database.query<WebhookDelivery>(Prisma.sql`
    SELECT ${COLUMNS} FROM webhook_delivery d WHERE d.endpoint_id = ${endpointId} ${from}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit + 1}::int`);
  return sliceOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
}

export async function findDelivery(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<WebhookDelivery | null> {
  const [delivery] = await database.query<WebhookDelivery>(
    Prisma.sql`SELECT ${COLUMNS} FROM webhook_delivery d WHERE d.id = ${id}`,
  );
  return delivery ?? null;
}
