import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { IssuedCard, Tone } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { plainText } from '../text/plain.ts';
import { buttonRows, lockedLines } from './buttons.ts';
import { detailsOf, footerOf, headOf } from './passages.ts';

const COLOURS: Readonly<Record<Tone, number>> = {
  neutral: 0x80_84_8e,
  waiting: 0x58_65_f2,
  good: 0x24_80_46,
  warning: 0xf0_b1_32,
  bad: 0xda_37_3c,
};

export interface Drawing {
  readonly locale: Locale;
  /** Its container's own number, by which a message is found again. */
  readonly mark?: number;
  /** The name under which the card's image is sent along. Without it, the image is its alt text. */
  readonly imageName?: string;
  /** Where its buttons' numbers begin, since they must differ within a message. */
  readonly place?: number;
}

/** A card in one container; details that find no room are counted, and the line says where to see them. */
export function foldedCard(card: IssuedCard, drawing: Drawing): APIContainerComponent {
  const parts = partsOf(card, drawing);
  const chunks = chunked(parts.details, roomFor(parts));
  const [first = []] = chunks;
  if (chunks.length < 2) return container(card, drawing, { ...parts, details: first });
  const more = wordsOf(drawing.locale).more(999);
  const [shown = []] = chunked(parts.details, roomFor(parts) - more.length - 1);
  const line = wordsOf(drawing.locale).more(parts.details.length - shown.length);
  return container(card, drawing, { ...parts, details: [...shown, line] });
}

/** A card in as many containers as show it whole: the first has its title, the last its buttons. */
export function wholeCard(card: IssuedCard, drawing: Drawing): readonly APIContainerComponent[] {
  const parts = partsOf(card, drawing);
  const chunks = chunked(parts.details, roomFor(parts));
  if (chunks.length < 2) return [container(card, drawing, { ...parts, details: chunks[0] ?? [] })];
  const last = chunks.length - 1;
  return chunks.map((details, index) =>
    container(card, drawing, {
      head: index === 0 ? parts.head : '',
      details,
      tail: index === last ? parts.tail : '',
      ending: index === last ? parts.ending : [],
    }),
  );
}

interface Parts {
  readonly head: string;
  readonly details: readonly string[];
  readonly tail: string;
  /** Image and buttons. */
  readonly ending: readonly APIComponentInContainer[];
}

/** Title, line, details, image, reasons and footer take this much of a message; the rest is for buttons. */
const FIXED = 7;

function partsOf(card: IssuedCard, drawing: Drawing): Parts {
  const { locale, place = 0 } = drawing;
  const actions = (card.actions ?? []).slice(0, mostButtons(LIMITS.message.components - FIXED));
  const unseen = card.image && drawing.imageName === undefined ? [`🖼 ${plainText(card.image.alt, 300)}`] : [];
  return {
    head: headOf(card, locale),
    details: [...detailsOf(card, locale), ...unseen],
    tail: tailOf([...lockedLines(actions, locale), footerOf(card, locale)]),
    ending: [...picture(card, drawing.imageName), ...buttonRows(actions, place)],
  };
}

/** So many buttons and their rows are not more components than there is room for. */
const mostButtons = (room: number): number =>
  Math.floor((room * LIMITS.actionRow.buttons) / (LIMITS.actionRow.buttons + 1));

const TAIL = 1_000;

function tailOf(lines: readonly string[]): string {
  const [shown = []] = chunked(
    lines.filter((line) => line !== ''),
    TAIL,
  );
  return shown.join('\n');
}

const roomFor = ({ head, tail }: Parts): number => LIMITS.messageText.chars - head.length - tail.length;

/** Passages in as many groups as are needed for none to be longer than `room`; none is longer by itself. */
function chunked(passages: readonly string[], room: number): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let left = 0;
  for (const passage of passages) {
    if (passage.length + 1 > left || chunks.length === 0) {
      chunks.push([]);
      left = room;
    }
    chunks.at(-1)?.push(passage);
    left -= passage.length + 1;
  }
  return chunks;
}

function container(card: IssuedCard, { mark }: Drawing, parts: Parts): APIContainerComponent {
  const details = parts.details.join('\n').trim();
  return {
    type: ComponentType.Container,
    accent_color: COLOURS[card.tone],
    components: [
      ...text(parts.head),
      ...(parts.head === '' || details === '' ? [] : [{ type: ComponentType.Separator } as const]),
      ...text(details),
      ...parts.ending,
      ...text(parts.tail),
    ],
    ...(mark === undefined ? {} : { id: mark }),
  };
}

const text = (content: string): readonly APIComponentInContainer[] =>
  content === '' ? [] : [{ type: ComponentType.TextDisplay, content }];

function picture({ image }: IssuedCard, name: string | undefined): readonly APIComponentInContainer[] {
  if (!image || name === undefined) return [];
  const description = plainText(image.alt, LIMITS.image.altChars);
  return [
    { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` }, description }] },
  ];
}
