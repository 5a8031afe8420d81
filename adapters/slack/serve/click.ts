import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { askerOf } from '../answer/asker.ts';
import { AGAIN_ACTION } from '../answer/too-late.ts';
import { CLICK_PREFIX } from '../draw/cards/buttons.ts';
import { BACK_ACTION } from '../draw/forms/form.ts';
import { againIncoming, backIncoming, clickIncoming } from '../receive/incoming/click.ts';
import { admit } from './admit.ts';
import { answerWith } from './answer-with.ts';
import type { Desk } from './desk.ts';
import { workingOn } from './working.ts';

interface ClickArgs {
  readonly body: BlockAction<ButtonAction>;
  readonly ack: () => Promise<void>;
}

/** Any button of ours, on a card, in a form or on the home tab. */
export async function serveClick(desk: Desk, { body, ack }: ClickArgs): Promise<void> {
  const arrivedAt = desk.timers.elapsed();
  const incoming = clicked(body, await desk.locales.of(body.user.id));
  if (!incoming) {
    desk.log.warn({ action: body.actions[0]?.action_id }, 'a button that is none of ours was clicked');
    return ack();
  }
  const ticket = await admit(desk, { incoming, arrivedAt }, ack);
  const working = workingOn(desk, body, incoming);
  await answerWith(desk, askerOf(incoming), () => desk.conversations.run(ticket));
  await working.over();
}

function clicked(body: BlockAction<ButtonAction>, locale: string | undefined): Incoming | null {
  const [action] = body.actions;
  const value = action?.value ?? '';
  if (action?.action_id === BACK_ACTION) return backIncoming(body, locale);
  if (action?.action_id === AGAIN_ACTION) return againIncoming(body, value, locale);
  if (action?.action_id.startsWith(CLICK_PREFIX) && value) return clickIncoming(body, value, locale);
  return null;
}
