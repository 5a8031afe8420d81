/** What people typed, made storable without changing what it says. */
import type { FieldValues } from '../field-values.ts';
import { looksLikeSecret } from './secret.ts';

// PostgreSQL refuses U+0000 in text and lone surrogates in JSON; the other controls come from pasted PDFs, unseen.
const CONTROLS = /[^\P{Cc}\n\t]/gu;

// No input takes as much; what is longer is refused as too long without reading all of it.
const LONGEST = 10_000;

/** Emoji, right-to-left text and `<!channel>` stay as typed; invisible controls and outer spaces go. */
export function cleanText(typed: string): string {
  return typed.slice(0, LONGEST).replace(/\r\n?/g, '\n').toWellFormed().replace(CONTROLS, '').trim();
}

/** One input's value as one text; several values stand one per line. */
export function typedText(raw: string | readonly string[] | undefined): string {
  return cleanText(typeof raw === 'string' ? raw : (raw ?? []).join('\n'));
}

/** One input's values; a single text is one value, and empty ones are left out. */
export function typedValues(raw: string | readonly string[] | undefined): readonly string[] {
  return (typeof raw === 'string' ? [raw] : (raw ?? [])).map(cleanText).filter((value) => value !== '');
}

/**
 * The draft as it may be kept: cleaned, and without whatever looks like a password, token or key, since such a thing
 * must not reach the database even when its field is refused (domain-rules §4.2 data_access).
 */
export function storableValues(raw: FieldValues): FieldValues {
  const kept = Object.entries(raw)
    .map(
      ([name, value]) =>
        [cleanText(name), typeof value === 'string' ? cleanText(value) : value.map(cleanText)] as const,
    )
    .filter(([, value]) => !looksLikeSecret(typedText(value)));
  return Object.fromEntries(kept);
}

/** A short piece of what was typed, for a refusal that quotes it. */
export function quoted(text: string): string {
  const characters = [...text];
  return characters.length <= 40 ? text : `${characters.slice(0, 39).join('')}…`;
}

/** Full-width digits, letters and signs as their ordinary forms, for reading numbers, dates and codes. */
export const halfWidth = (text: string): string => text.normalize('NFKC').replace(/[−–—]/g, '-').trim();
