import type { Reply } from '../../../src/chat/reply.ts';
import type { Asker } from '../answer/asker.ts';
import type { Desk } from './desk.ts';

/**
 * Runs what was acknowledged already, and brings the reply. An answer that cannot be brought is logged: what was done is
 * on record, and everybody concerned hears of it through the queue.
 */
export async function answerWith(
  desk: Desk,
  asker: Asker,
  run: () => Promise<Reply<string> | null>,
): Promise<void> {
  try {
    const reply = await run();
    if (reply) await desk.answers.give(asker, reply);
  } catch (error) {
    desk.log.error({ err: error, request: asker.incoming.key }, 'an answer could not be brought to Slack');
  }
}
