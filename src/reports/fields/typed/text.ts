import { ok, type Result, refuse } from '../../../result.ts';
import { isBlankText } from './blank.ts';
import type { TextParser } from './field-schema.ts';
import { looksLikeSecret } from './secret.ts';

export interface TextLimits {
  /** Characters as people count them: code points. */
  readonly min?: number;
  readonly max: number;
}

/** Refuses `fields.looks-like-secret`, `fields.too-short`, `fields.too-long`. */
export function textWithin({ min = 1, max }: TextLimits): TextParser<string> {
  return (text) => {
    if (looksLikeSecret(text)) return refuse('fields.looks-like-secret');
    const length = [...text].length;
    if (length < min) return refuse('fields.too-short', { min, length });
    return length > max ? refuse('fields.too-long', { max, length }) : ok(text);
  };
}

/** As {@link textWithin}; line breaks become spaces. */
export function lineWithin(limits: TextLimits): TextParser<string> {
  const within = textWithin(limits);
  return (text) =>
    within(
      text
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    );
}

export interface ListLimits {
  readonly min: number;
  readonly max: number;
  /** Characters of one entry. */
  readonly maxEntry: number;
  /** What separates entries besides line breaks. */
  readonly separators?: RegExp;
}

const COMMAS = /[\n,，、;；]+/;
/** For entries that may hold commas themselves. */
export const LINE_BREAKS = /\n+/;

/** One entry a line, or separated by commas; doubles are dropped. Refuses `fields.too-few`, `fields.too-many`, `fields.entry-too-long`. */
export function listWithin(limits: ListLimits): TextParser<readonly string[]> {
  return (text) => {
    const entries = text.split(limits.separators ?? COMMAS).map((entry) => entry.trim());
    return checkedList(distinct(entries.filter((entry) => !isBlankText(entry))), limits);
  };
}

function checkedList(
  entries: readonly string[],
  { min, max, maxEntry }: ListLimits,
): Result<readonly string[]> {
  if (entries.some(looksLikeSecret)) return refuse('fields.looks-like-secret');
  if (entries.length < min) return refuse('fields.too-few', { min, count: entries.length });
  if (entries.length > max) return refuse('fields.too-many', { max, count: entries.length });
  const long = entries.find((entry) => [...entry].length > maxEntry);
  return long === undefined
    ? ok(entries)
    : refuse('fields.entry-too-long', { max: maxEntry, length: [...long].length });
}

/** First spelling wins; width, case and outer spaces do not make two entries. */
function distinct(entries: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const key = entry.normalize('NFKC').toLowerCase();
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

/** An e-mail address or a telephone number somewhere in the line. Refuses `fields.not-a-contact`. */
export function outOfChatContact(text: string): Result<string> {
  const line = lineWithin({ max: 200 })(text);
  if (!('ok' in line)) return line;
  const plain = text.normalize('NFKC');
  const reachable =
    /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}/.test(plain) || /\+?(?:\d[\s().-]{0,2}){7,15}/.test(plain);
  return reachable ? line : refuse('fields.not-a-contact');
}
