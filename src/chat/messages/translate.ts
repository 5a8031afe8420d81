import type { Locale } from '../conversation.ts';
import type { Inline, Text } from '../text.ts';

export type Values = Readonly<Record<string, unknown>>;

/**
 * Messages of one language. Keys are `<domain>.<path>`; values fill `{{placeholders}}`. `text` also takes inline parts
 * (dates, emphasis) as values and keeps them as structure. A value named `count` chooses between `_one` and `_other`.
 */
export interface Translate {
  (key: string, values?: Values): string;
  text(key: string, values: Readonly<Record<string, Inline | number>>): Text;
  readonly locale: Locale;
  /** For messages that a domain may or may not have, such as the next step after a refusal. */
  has(key: string): boolean;
}
