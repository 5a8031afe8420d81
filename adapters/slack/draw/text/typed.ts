// Invisible direction marks could turn the bot's own words around; letters that run right to left could move the
// punctuation beside them. The former are dropped (they show nothing themselves), the latter are isolated.
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** Typed text for a place that Slack shows as it stands: rich text elements and `plain_text` with `emoji: false`. */
export function typed(text: string): string {
  const calm = text.replace(DIRECTION_CONTROLS, '');
  return RIGHT_TO_LEFT.test(calm) ? `${ISOLATE}${calm}${END_ISOLATE}` : calm;
}

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
