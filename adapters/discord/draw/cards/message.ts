import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  MessageFlags,
} from 'discord-api-types/v10';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { LIMITS } from '../../limits.ts';
import { foldedCard, wholeCard } from './card.ts';

/** What one message shows; files travel beside it. */
export interface DrawnMessage {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly DrawnFile[];
}

export interface DrawnFile {
  readonly name: string;
  readonly data: Uint8Array;
}

const IMAGE = 'image.png';

/** A card as one message, as it stands in a channel and is redrawn in place. */
export function drawCard(
  card: IssuedCard,
  drawing: { readonly locale: Locale; readonly mark?: number },
): DrawnMessage {
  const { image } = card;
  if (!image) return { components: [foldedCard(card, drawing)] };
  const components = [foldedCard(card, { ...drawing, imageName: IMAGE })];
  return { components, files: [{ name: IMAGE, data: image.png }] };
}

/**
 * Cards in as few messages as show them whole: a private answer may be several messages. Their images are left to their
 * alt texts where there are several cards, since a list is read and not looked at.
 */
export function drawCards(cards: readonly IssuedCard[], locale: Locale): readonly DrawnMessage[] {
  const [only] = cards;
  if (only?.image && cards.length === 1) return [drawCard(only, { locale })];
  const containers = cards.flatMap((card, index) => wholeCard(card, { locale, place: (index + 1) * 100 }));
  return packed(containers).map((components) => ({ components }));
}

function packed(containers: readonly APIContainerComponent[]): readonly (readonly APIContainerComponent[])[] {
  const messages: APIContainerComponent[][] = [];
  let room = { components: 0, chars: 0 };
  for (const container of containers) {
    const size = sizeOf(container);
    if (messages.length === 0 || size.components > room.components || size.chars > room.chars) {
      messages.push([]);
      room = { components: LIMITS.message.components, chars: LIMITS.messageText.chars };
    }
    messages.at(-1)?.push(container);
    room = { components: room.components - size.components, chars: room.chars - size.chars };
  }
  return messages;
}

interface Size {
  readonly components: number;
  readonly chars: number;
}

function sizeOf({ components }: APIContainerComponent): Size {
  return components.reduce<Size>(
    (sum, part) => ({
      components: sum.components + 1 + ('components' in part ? part.components.length : 0),
      chars: sum.chars + ('content' in part ? part.content.length : 0),
    }),
    { components: 1, chars: 0 },
  );
}

// Nothing typed pings anybody, whatever the escaping missed. https://discord.com/developers/docs/resources/message#allowed-mentions-object
const CALM = { allowed_mentions: { parse: [] } };

/** A drawn message as Discord's API takes it. */
export const written = ({ components }: DrawnMessage, { isPrivate = false } = {}) => ({
  components: [...components],
  flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
  ...CALM,
});
