import { typed } from '../../../shared/text/direction.ts';

const WORD_JOINER = '\u2060';
// What Slack would make a link or a mention of by itself.
const LINKING = /[@#/.](?=\S)/g;
// No escape exists for these, so they give way to signs that look alike and mean nothing to Slack.
const FORMATTING = /[*_~`]|:(?=[\w+'-]+:)/g;
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', ':': '∶' };

/**
 * Typed text for a place that Slack reads as mrkdwn: the notification text, and nothing else. Brackets and ampersands
 * are escaped as Slack asks; whatever else is active there loses its power and keeps its looks.
 *
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function typedInMrkdwn(text: string): string {
  return typed(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(FORMATTING, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(LINKING, (sign) => `${sign}${WORD_JOINER}`);
}
