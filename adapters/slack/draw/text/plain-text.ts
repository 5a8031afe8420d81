import type { PlainTextElement } from '@slack/types';
import { typed } from '../../../shared/text/direction.ts';
import { shortenFilled } from '../../../shared/text/fit.ts';

/** A text that Slack shows as it stands: without `emoji: false`, `:smile:` would become a face. */
export function plainText(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: shortenFilled(typed(text), max), emoji: false };
}
