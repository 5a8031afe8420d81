import type { HeaderBlock, ImageBlock, KnownBlock, RichTextElement } from '@slack/types';
import type { Fact, IssuedCard, ProgressStep, Section, Tone } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { plain, type Text } from '../../../../src/chat/text.ts';
import { localDay } from '../../../shared/text/day.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { type Foldable, fold, note, type Room } from '../fold.ts';
import { plainText } from '../text/plain-text.ts';
import { type Passage, richBlocks } from '../text/rich-blocks.ts';
import { bold, newLine, richElements, words } from '../text/rich-text.ts';
import { buttonBlocks } from './buttons.ts';

export interface Drawing {
  readonly locale: Locale;
  /** The card's image as a file that Slack already has. Without it, the image is its alt text. */
  readonly imageFile?: string;
}

export const MESSAGE_ROOM: Room = { blocks: LIMITS.message.blocks, chars: LIMITS.messageText.chars };

/** A card as blocks of one message. */
export function cardBlocks(card: IssuedCard, drawing: Drawing, room = MESSAGE_ROOM): readonly KnownBlock[] {
  return fold(cardParts(card, drawing), room, wordsOf(drawing.locale));
}

/** A card's blocks before anybody counted them. */
export function cardParts(card: IssuedCard, drawing: Drawing): readonly Foldable[] {
  const { locale } = drawing;
  const head = [header(card), ...richBlocks(opening(card, locale))];
  const body = [
    ...richBlocks(factPassages(card.facts, locale)),
    ...(card.sections ?? []).flatMap((section) => richBlocks(sectionPassages(section, locale))),
  ];
  const tail = [
    ...imageBlocks(card, drawing),
    ...buttonBlocks(card.actions ?? [], locale),
    ...footer(card.footer, locale),
  ];
  return [...keep(head, true), ...keep(body, false), ...keep(tail, true)];
}

const keep = (blocks: readonly KnownBlock[], kept: boolean): readonly Foldable[] =>
  blocks.map((block) => ({ block, keep: kept }));

// A coloured bar exists on legacy attachments only, which Slack folds away and repeats the text of. A sign does not.
const TONE_SIGN: Readonly<Record<Tone, string>> = {
  neutral: '',
  waiting: '⏳ ',
  good: '✅ ',
  warning: '⚠️ ',
  bad: '⛔ ',
};

function header({ tone, title }: IssuedCard): HeaderBlock {
  const sign = TONE_SIGN[tone];
  const { text } = plainText(title, LIMITS.header.chars - sign.length);
  return { type: 'header', text: { type: 'plain_text', text: `${sign}${text}`, emoji: false } };
}

function opening({ lead, progress }: IssuedCard, locale: Locale): readonly Passage[] {
  return [
    ...(lead === undefined ? [] : [{ flow: richElements(lead, locale) }]),
    ...(progress?.length ? [{ flow: progressLine(progress) }] : []),
  ];
}

const STEP_SIGN: Readonly<Record<ProgressStep['status'], string>> = {
  done: '✅',
  current: '🔵',
  todo: '⚪',
  failed: '⛔',
};

function progressLine(steps: readonly ProgressStep[]): readonly RichTextElement[] {
  return steps.flatMap(({ label, status }, index) => [
    words(`${index === 0 ? '' : '  →  '}${STEP_SIGN[status]} `),
    status === 'current' ? bold(label) : words(label),
  ]);
}

// Facts are lines of rich text rather than a section's two columns: those take mrkdwn, which would read typed values as
// instructions, or plain text, which has no emphasis and no dates in the reader's zone.
function factPassages(facts: readonly Fact[] | undefined, locale: Locale): readonly Passage[] {
  const colon = locale === 'zh' ? '：' : ': ';
  return (facts ?? []).map(({ label, value }) => ({
    flow: [bold(`${label}${colon}`), ...richElements(value, locale)],
  }));
}

function sectionPassages({ title, body, facts, list }: Section, locale: Locale): readonly Passage[] {
  const heading = title === undefined ? [] : [bold(title), ...(body === undefined ? [] : [newLine])];
  const text = body === undefined ? [] : richElements(body, locale);
  return [
    ...(heading.length + text.length > 0 ? [{ flow: [...heading, ...text] }] : []),
    ...factPassages(facts, locale),
    ...(list?.length ? [{ items: list.map((item) => filled(richElements(item, locale))) }] : []),
  ];
}

const filled = (elements: readonly RichTextElement[]): readonly RichTextElement[] =>
  elements.length > 0 ? elements : [words('–')];

function imageBlocks({ image }: IssuedCard, { imageFile }: Drawing): readonly (ImageBlock | KnownBlock)[] {
  if (!image) return [];
  if (imageFile === undefined) return [note(`🖼 ${image.alt}`)];
  const { text: alt } = plainText(image.alt, LIMITS.image.altChars);
  return [{ type: 'image', slack_file: { id: imageFile }, alt_text: alt }];
}

// Small print, unless it holds what small print cannot show: a date in the reader's zone, or a link.
function footer(text: Text | undefined, locale: Locale): readonly KnownBlock[] {
  if (text === undefined) return [];
  const isPlain =
    typeof text === 'string' || text.every((part) => typeof part === 'string' || !needsRich(part));
  if (!isPlain) return richBlocks([{ flow: richElements(text, locale) }]);
  return [{ type: 'context', elements: [plainText(plainWithDays(text, locale), LIMITS.section.chars)] }];
}

const needsRich = (part: object): boolean => 'instant' in part || 'link' in part;

function plainWithDays(text: Text, locale: Locale): string {
  if (typeof text === 'string') return text;
  return text
    .map((part) => (typeof part === 'object' && 'day' in part ? localDay(part.day, locale) : plain([part])))
    .join('');
}
