import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { packId, unpackId } from '../../custom-id.ts';
import { wordsOf } from '../../words.ts';
import { plainButton, type Row, rows } from './buttons.ts';

type Shown = Pick<APIMessage, 'components'>;

const isRow = (part: APIComponentInContainer): part is Row => part.type === ComponentType.ActionRow;

const buttonsOf = ({ components = [] }: Shown): readonly APIButtonComponentWithCustomId[] =>
  components.flatMap((part) =>
    part.type === ComponentType.Container
      ? part.components.filter(isRow).flatMap((row) => row.components)
      : [],
  );

/** Its buttons are away while a click on it is carried out. */
export const isAtWork = (message: Shown): boolean =>
  buttonsOf(message).some(({ custom_id }) => unpackId(custom_id)?.kind === 'working');

/**
 * A card as it stands, one button that cannot be pressed in place of all others: it takes no more room than they did.
 * Undefined: there is nothing on it to press.
 */
export function atWork(message: Shown, tag: string | undefined): APIMessageTopLevelComponent[] | undefined {
  if (!buttonsOf(message).some(({ disabled }) => !disabled)) return undefined;
  const working = plainButton(`⏳ ${wordsOf(tag).working}`, {
    style: ButtonStyle.Secondary,
    id: packId({ kind: 'working' }),
    disabled: true,
  });
  return asSent(message).map((part) =>
    part.type === ComponentType.Container
      ? { ...part, components: onlyButton(part.components, working) }
      : part,
  );
}

/** The same, with this button where the first of all others stood. */
function onlyButton(
  parts: readonly APIComponentInContainer[],
  button: APIButtonComponentWithCustomId,
): APIComponentInContainer[] {
  const first = parts.findIndex(isRow);
  return parts.flatMap((part, index): readonly APIComponentInContainer[] => {
    if (index === first) return rows([button]);
    return isRow(part) ? [] : [part];
  });
}

/** What a message shows, in the words in which it can be sent again: its own pictures by name. */
export const asSent = ({ components = [] }: Shown): APIMessageTopLevelComponent[] =>
  components.map((part) =>
    part.type === ComponentType.Container
      ? { ...part, components: part.components.map(withOwnPictures) }
      : part,
  );

// A picture comes back as an address that expires. https://discord.com/developers/docs/components/reference#unfurled-media-item
function withOwnPictures(part: APIComponentInContainer): APIComponentInContainer {
  if (part.type !== ComponentType.MediaGallery) return part;
  const items = part.items.map(({ media, description }) => ({
    media: { url: `attachment://${new URL(media.url).pathname.split('/').at(-1)}` },
    ...(description ? { description } : {}),
  }));
  return { ...part, items };
}
