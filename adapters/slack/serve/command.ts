import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { askerOf } from '../answer/asker.ts';
import { commandIncoming } from '../receive/incoming/command.ts';
import { admit } from './admit.ts';
import { answerWith } from './answer-with.ts';
import type { Desk } from './desk.ts';

/** A slash command: acknowledged with nothing, answered privately. */
export async function serveCommand(desk: Desk, { command, ack }: SlackCommandMiddlewareArgs): Promise<void> {
  const arrivedAt = desk.timers.elapsed();
  const incoming = commandIncoming(command, await desk.locales.of(command.user_id));
  const ticket = await admit(desk, { incoming, arrivedAt }, () => ack());
  await answerWith(desk, askerOf(incoming), () => desk.conversations.run(ticket));
}
