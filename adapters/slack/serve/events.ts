import type { Incoming } from '../../../src/chat/incoming.ts';
import { askerOf } from '../answer/asker.ts';
import {
  type EventEnvelope,
  type HomeOpened,
  homeIncoming,
  messageIncoming,
  type TypedMessage,
} from '../receive/incoming/event.ts';
import { answerWith } from './answer-with.ts';
import type { Desk } from './desk.ts';

/** Bolt acknowledges events before anybody sees them: they only ask to be shown something, and may be asked again. */
export async function serveHome(desk: Desk, envelope: EventEnvelope, event: HomeOpened): Promise<void> {
  const incoming = homeIncoming(envelope, event, await desk.locales.of(event.user));
  if (!incoming || !desk.recent.isNew(incoming.key)) return;
  await answerWith(desk, askerOf(incoming), async () => {
    const reply = await desk.conversations.handle(incoming);
    await desk.answers.publishHome(askerOf(incoming), reply);
    return null;
  });
}

export async function serveMessage(
  desk: Desk,
  { envelope, event, botUser }: { envelope: EventEnvelope; event: TypedMessage; botUser: string },
): Promise<void> {
  const found: Incoming | null = messageIncoming(envelope, event, { botUser });
  if (!found || !desk.recent.isNew(found.key)) return;
  const locale = await desk.locales.of(found.account.userId);
  const incoming = locale ? { ...found, locale } : found;
  await answerWith(desk, askerOf(incoming), () => desk.conversations.handle(incoming));
}
