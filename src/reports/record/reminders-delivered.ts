import { Prisma } from '../../platform/database/generated/client.ts';

/**
 * Messages that arrived since the wait of report `r` began, however many people each of them went to; one that failed does
 * not count (T23), and rungs that went out as one message are one.
 */
export const remindersDelivered = Prisma.sql`
  (SELECT count(DISTINCT m.rung)::int FROM reminder m JOIN delivery d ON d.key = m.delivery
    WHERE m.object = r.id AND m.due_at > r.state_since AND m.rung NOT LIKE 'told.%' AND d.sent_at IS NOT NULL)`;
