import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { DeliveryDeps } from '../deps.ts';
import type { DeliverJob } from '../owe.ts';
import type { Receiver } from '../receiver.ts';
import { redraw } from '../standing/redraw.ts';

/**
 * Brings the receiver's standing card up to date instead of posting another one, where that is all the message asks for.
 * False when no card stands any more: then the message is posted.
 */
export async function editedInPlace(deps: DeliveryDeps, { key, message }: DeliverJob): Promise<boolean> {
  if (!message.edit || !(await stands(deps.app, message.subject, message.receiver))) return false;
  await redraw(deps, { subjects: [message.subject] });
  // Drawing finds out whether the message is still there.
  const platform = await stands(deps.app, message.subject, message.receiver);
  if (!platform) return false;
  await deps.app.database.query(Prisma.sql`
    UPDATE delivery SET sent_at = ${deps.app.clock.now()}, platform = ${platform} WHERE key = ${key}`);
  deps.app.metrics.deliveries.inc({ platform, outcome: 'edited' });
  return true;
}

async function stands(
  { database }: Pick<App, 'database'>,
  subject: string,
  receiver: Receiver,
): Promise<string | undefined> {
  const principalId = receiver.kind === 'person' ? receiver.principalId : null;
  const platform = receiver.kind === 'channel' ? receiver.platform : undefined;
  const card = await database.prisma.postedCard.findFirst({
    where: { subject, principalId, live: true, ...(platform ? { platform } : {}) },
    select: { platform: true },
  });
  return card?.platform;
}

/**
 * A reminder of a wait or a delegation that has ended since it was owed says nothing: whoever was asked has acted, or somebody
 * else has. It is no longer owed then.
 */
export async function overtaken(
  { database }: Pick<App, 'database'>,
  { key, message }: DeliverJob,
): Promise<boolean> {
  if (!message.rule.startsWith('reminder-')) return false;
  const gone = await database.query(Prisma.sql`
    DELETE FROM delivery WHERE key = ${key} AND sent_at IS NULL AND (EXISTS (
        SELECT FROM transition t WHERE t.report_id = ${message.subject} AND t.state_seq >= ${message.stateSeq}::int
          AND t.from_state IS DISTINCT FROM t.to_state)
      OR EXISTS (SELECT FROM delegation g WHERE g.id = ${message.subject} AND g.ended_at IS NOT NULL))
    RETURNING key`);
  return gone.length > 0;
}
