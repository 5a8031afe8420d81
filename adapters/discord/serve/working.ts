import {
  type APIMessageComponentInteraction,
  type APIMessageTopLevelComponent,
  MessageFlags,
} from 'discord-api-types/v10';
import type { PostedRef } from '../../../src/chat/platform-port.ts';
import { unpackId } from '../custom-id.ts';
import { asSent, atWork, isAtWork } from '../draw/cards/at-work.ts';
import { written } from '../draw/cards/message.ts';
import { isOutOfReach } from '../send/errors.ts';
import type { Desk } from './desk.ts';

export interface Working {
  /** The work is over: buttons come back, unless the card has been redrawn meanwhile. */
  over(): Promise<void>;
}

interface Place {
  readonly channel: string;
  readonly message: string;
}

const refOf = (place: Place): PostedRef => ({ platform: 'discord', workspace: '', ...place });

type Components = APIMessageTopLevelComponent[];

/**
 * Takes the buttons off a clicked card once the work takes noticeable time (domain-rules §3.6), so that nobody clicks
 * twice. Private answers stay as they are: only their own interaction can change them, and its answer is still due.
 */
export function workingOn(desk: Desk, interaction: APIMessageComponentInteraction): Working {
  const card = cardOf(interaction);
  if (!card) return { over: async () => {} };
  let taken: Promise<Components | undefined> | undefined;
  const cancel = desk.timers.after(desk.timing.workingMs, () => {
    taken = attempt(desk, () => withoutButtons(desk, card, interaction.locale));
  });
  return {
    async over() {
      cancel();
      const before = await taken;
      if (!before) return;
      const isDrawn = await desk.cards.undisturbed(refOf(card)).catch(() => false);
      if (!isDrawn) await attempt(desk, () => withButtonsAgain(desk, card, before));
    },
  };
}

/** The card that everybody there sees: the one that was pressed, or the one whose question was answered privately. */
function cardOf({ data, message, channel }: APIMessageComponentInteraction): Place | undefined {
  const isPrivate = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (!isPrivate) return { channel: channel.id, message: message.id };
  const metadata = message.interaction_metadata;
  const id = unpackId(data.custom_id);
  if (id?.kind !== 'yes' || id.ofPrivate || !metadata || !('interacted_message_id' in metadata))
    return undefined;
  return { channel: channel.id, message: metadata.interacted_message_id };
}

// Nobody else knows that the buttons are away, so the core is told first: it brings them back if this process cannot.
async function withoutButtons(
  { api, cards }: Desk,
  { channel, message }: Place,
  tag: string | undefined,
): Promise<Components | undefined> {
  const shown = await api.message(channel, message);
  const components = atWork(shown, tag);
  if (!components) return undefined;
  await cards.disturbed(refOf({ channel, message }));
  await api.edit(channel, message, { body: written({ components }) });
  return asSent(shown);
}

// For a message that the core does not draw itself, or cannot just now: a card of the core's might have moved on meanwhile.
async function withButtonsAgain(
  { api }: Desk,
  { channel, message }: Place,
  components: Components,
): Promise<void> {
  if (!isAtWork(await api.message(channel, message))) return;
  await api.edit(channel, message, { body: written({ components }) });
}

async function attempt<T>(desk: Desk, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    // A question may have been asked under a card that nobody but the asker sees.
    if (!isOutOfReach(error))
      desk.log.info({ err: error }, 'a clicked card could not be marked as being worked on');
    return undefined;
  }
}
