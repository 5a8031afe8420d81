import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { askerOf } from '../answer/asker.ts';
import { messageIncoming } from '../receive/incoming/message.ts';
import type { Desk } from './desk.ts';
import { guarded } from './run.ts';

interface Around {
  readonly botId: string;
  readonly channelOfThread: (channel: string) => string | undefined;
}

/** What somebody typed under a card or to the bot; nothing waits for an answer, which comes as a direct message. */
export async function serveMessage(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  around: Around,
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
