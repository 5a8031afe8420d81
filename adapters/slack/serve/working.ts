import type { BlockAction, ButtonAction } from '@slack/bolt';
import type { AnyBlock } from '@slack/types';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { PostedRef } from '../../../src/chat/platform-port.ts';
import { note } from '../draw/fold.ts';
import { slackCode } from '../send/errors.ts';
import { written } from '../send/port.ts';
import { wordsOf } from '../words.ts';
import type { Desk } from './desk.ts';

/** Marks a message whose buttons are away while a click on it is carried out. */
const WORKING_BLOCK = 'working';

export interface Working {
  /** The work is over: buttons come back, unless the card has been redrawn meanwhile. */
  over(): Promise<void>;
}

interface Card {
  readonly workspace: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
}

/**
 * Takes the buttons off a clicked card once the work takes noticeable time (domain-rules §3.6), so that nobody clicks
 * twice. Private answers stay as they are: Slack sends nothing of them along, so they could not be put back.
 */
export function workingOn(desk: Desk, body: BlockAction<ButtonAction>, incoming: Incoming): Working {
  const card = cardOf(body);
  if (!card) return { over: async () => {} };
  let shown: Promise<unknown> | undefined;
  const cancel = desk.timers.after(desk.timing.workingMs, () => {
    shown = attempt(desk, () => withoutButtons(desk, card, incoming.locale));
  });
  return {
    async over() {
      cancel();
      if (!shown) return;
      await shown;
      const isDrawn = await desk.cards.undisturbed(refOf(card)).catch(() => false);
      if (!isDrawn) await attempt(desk, () => withButtonsAgain(desk, card));
    },
  };
}

function cardOf({ team, user, channel, message, container }: BlockAction<ButtonAction>): Card | undefined {
  const blocks: unknown = message?.blocks;
  if (!channel || !message || container.is_ephemeral === true || !Array.isArray(blocks)) return undefined;
  const workspace = team?.id ?? user.team_id ?? '';
  return { workspace, channel: channel.id, ts: message.ts, text: message.text ?? '', blocks };
}

const refOf = ({ workspace, channel, ts: message }: Card): PostedRef => ({
  platform: 'slack',
  workspace,
  channel,
  message,
});

// Nobody else knows that the buttons are away, so the core is told first: it brings them back if this process cannot.
async function withoutButtons(
  { client, cards }: Desk,
  card: Card,
  locale: string | undefined,
): Promise<void> {
  await cards.disturbed(refOf(card));
  const working = { ...note(`⏳ ${wordsOf(locale).working}`), block_id: WORKING_BLOCK };
  const blocks = [...card.blocks.filter(({ type }) => type !== 'actions'), working];
  await client.chat.update({ ...written({ text: card.text, blocks }), channel: card.channel, ts: card.ts });
}

// For a message that the core does not draw itself, or cannot just now: a card of the core's might have moved on meanwhile.
async function withButtonsAgain({ client }: Desk, card: Card): Promise<void> {
  const { channel, ts } = card;
  const { messages = [] } = await client.conversations.history({
    channel,
    latest: ts,
    oldest: ts,
    inclusive: true,
    limit: 1,
  });
  const blocks = messages.find((message) => message.ts === ts)?.blocks ?? [];
  if (!blocks.some(({ block_id }) => block_id === WORKING_BLOCK)) return;
  await client.chat.update({ ...written(card), channel, ts });
}

async function attempt(desk: Desk, call: () => Promise<void>): Promise<void> {
  try {
    await call();
  } catch (error) {
    desk.log.info(
      { err: error, code: slackCode(error) },
      'a clicked card could not be marked as being worked on',
    );
  }
}
