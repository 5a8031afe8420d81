import {
  type APIContainerComponent,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
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
  const { image, file } = card;
  const files: readonly DrawnFile[] = [
    ...(image ? [{ name: IMAGE, data: image.png }] : []),
    ...(file ? [{ name: file.name, data: file.bytes }] : []),
  ];
  const components: readonly APIMessageTopLevelComponent[] = [
    foldedCard(card, image ? { ...drawing, imageName: IMAGE } : drawing),
    ...(file ? [attachedFile(file.name)] : []),
  ];
  return files.length === 0 ? { components } : { components, files };
}

/** A file stands in a message only where a component names it. https://discord.com/developers/docs/components/reference#file */
const attachedFile = (name: string): APIFileComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});

/**
 * Cards in as few messages as show them whole: a private answer may be several messages. Where there are several cards, their
 * images are left to their alt texts, since a list is read and not looked at, and their files to their own cards.
 */
export function drawCards(cards: readonly IssuedCard[], locale: Locale): readonly DrawnMessage[] {
  const [only] = cards;
  if ((only?.image || only?.file) && cards.length === 1) return [drawCard(only, { locale })];
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
