import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { DeliveryDeps } from '../deps.ts';
import { type DeliverJob, owe } from '../owe.ts';
import type { OwedMessage } from '../view.ts';

const HANDED_ON = 'handed-on';

/** For "the staff channel", whichever platforms have one. */
export const isForEachChannel = ({ receiver }: OwedMessage): boolean =>
  receiver.kind === 'channel' && receiver.platform === undefined;

/**
 * In place of one message for the staff channel, one for the channel of each platform: each is sent, tried again and
 * given up by itself, so that a channel that is broken neither blocks the other nor has it told twice.
 */
export async function oweEachChannel(deps: DeliveryDeps, { key, message }: DeliverJob): Promise<void> {
  const { app, staffChannels } = deps;
  const messages = staffChannels.map(
    ({ platform }): OwedMessage => ({ ...message, receiver: { kind: 'channel', name: 'staff', platform } }),
  );
  try {
    await app.database.change([
      Prisma.sql`
        WITH gone AS (DELETE FROM delivery WHERE key = ${key} RETURNING key)
        SELECT expect_rows((SELECT count(*) FROM gone), 1, ${HANDED_ON}::text)`,
      ...owe(app.queue, { messages, redraw: [] }, app.clock.now()),
    ]);
  } catch (error) {
    // Another worker was faster: it is owed to each already.
    if (!(error instanceof Conflict && error.code === HANDED_ON)) throw error;
  }
}
