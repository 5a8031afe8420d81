import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { askerOf } from '../answer/asker.ts';
import { messageIncoming } from '../receive/incoming/message.ts';
import type { Desk } from './desk.ts';
import { guarded } from './run.ts';

/** What somebody typed under a card or to the bot; no interaction waits for an answer, which is a direct message. */
export async function serveMessage(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  around: Parameters<typeof messageIncoming>[1],
): Promise<void> {
  const incoming = messageIncoming(message, around);
  if (!incoming || !desk.recent.isNew(incoming.key)) return;
  const asker = askerOf(incoming);
  const answer = desk.answerTo(asker, { since: desk.timers.elapsed(), over: true });
  await guarded(desk, asker, async () => {
    const reply = await desk.conversations.handle(incoming);
    if (reply) await desk.answers.give(asker, answer, reply);
  });
}
