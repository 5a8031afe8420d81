import type { Locale } from '../../../../src/chat/conversation.ts';
import { type Inline, inlines, type Text } from '../../../../src/chat/text.ts';
import { localDay } from '../../../shared/text/day.ts';
import { pieces, shorten } from '../../../shared/text/fit.ts';
import { escaped } from './escape.ts';

/**
 * Text as Discord's markdown, at most `room` characters of it. What was typed is cut before it is escaped, so that no
 * escape and no emphasis is cut in half.
 */
export function markdown(text: Text, locale: Locale, room: number): string {
  let left = room;
  const shown: string[] = [];
  for (const part of inlines(text)) {
    const drawn = inline(part, locale, left);
    if (drawn.length > left) break;
    shown.push(drawn);
    left -= drawn.length;
  }
  return shown.join('');
}

/**
 * All of a text, in passages of at most `size` characters: typed text is divided before it is escaped, an escape at most
 * doubles it. Nothing for an empty text.
 */
export function passages(text: Text, locale: Locale, size: number): readonly string[] {
  const found: string[] = [];
  let open = '';
  for (const part of inlines(text).flatMap((each) => divided(each, size / 3))) {
    const drawn = inline(part, locale, size);
    if (open.length + drawn.length > size) {
      found.push(open);
      open = '';
    }
    open += drawn;
  }
  return [...found, open].filter((passage) => passage.trim() !== '');
}

const divided = (part: Inline, size: number): readonly Inline[] =>
  typeof part === 'string' && part.length > size ? pieces(part, Math.floor(size)) : [part];

function inline(part: Inline, locale: Locale, room: number): string {
  if (typeof part === 'string') return fitted(part, room);
  if ('strong' in part) return bold(part.strong, room);
  if ('code' in part) return part.code === '' ? '' : `\`${shorten(unquoted(part.code), room - 2)}\``;
  if ('link' in part) return link(part, room);
  if ('day' in part) return fitted(localDay(part.day, locale), room);
  return instant(part);
}

/** Typed text, escaped, in at most `room` characters. */
export function fitted(text: string, room: number): string {
  let drawn = escaped(text);
  for (let keep = Math.min(text.length, room); drawn.length > room && keep > 1; ) {
    keep = Math.max(1, keep - Math.max(1, Math.ceil((drawn.length - room) / 2)));
    drawn = escaped(shorten(text, keep));
  }
  return drawn.length > room ? '' : drawn;
}

export function bold(text: string, room: number): string {
  const inner = fitted(text.trim(), room - 4);
  return inner === '' ? '' : `**${inner}**`;
}

// Within code nothing is active but the end of it.
const unquoted = (code: string): string => code.replaceAll('`', 'ˋ').replace(/\s+/g, ' ');

// Only what a browser opens by itself; anything else a link could carry is shown as text.
function link({ link: url, label }: Extract<Inline, { readonly link: string }>, room: number): string {
  if (!/^https?:\/\//i.test(url)) return fitted(`${label} (${url})`, room);
  const address = url
    .replace(/[\s<>()]/g, encodeURIComponent)
    .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `[${fitted(label, room - address.length - 6) || '→'}](<${address}>)`;
}

// https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
const STYLES = { moment: 'f', day: 'D', relative: 'R' } as const;

const instant = ({ instant: at, style }: Extract<Inline, { readonly instant: Date }>): string =>
  `<t:${Math.floor(at.getTime() / 1_000)}:${STYLES[style]}>`;
