import type { Inline, Text } from '../text.ts';

export type Values = Readonly<Record<string, unknown>>;

/**
 * Messages of one language. Keys are `<domain>.<path>`; values fill `{{placeholders}}`. `text` also takes inline parts
 * (dates, emphasis) as values and keeps them as structure.
 */
export interface Translate {
  (key: string, values?: Values): string;
  text(key: string, values: Readonly<Record<string, Inline | number>>): Text;
}
