// Invisible direction marks could turn the bot's own words around; letters that run right to left could move the
// punctuation beside them. The former are dropped (they show nothing themselves), the latter are isolated.
const DIRECTION_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** Typed text for a place that Slack shows as it stands: rich text elements and `plain_text` with `emoji: false`. */
export function typed(text: string): string {
  const calm = text.replace(DIRECTION_CONTROLS, '');
  return RIGHT_TO_LEFT.test(calm) ? `${ISOLATE}${calm}${END_ISOLATE}` : calm;
}

const WORD_JOINER = '\u2060';
// Everything that begins or ends formatting, an emoji code, a mention or a link that Slack would find by itself.
const ACTIVE = /[*_~`:@#/.]/g;

/**
 * Typed text for a place that Slack reads as mrkdwn: the notification text, and nothing else. Brackets and ampersands
 * are escaped as Slack asks, and an invisible joiner after every active character takes its power away.
 *
 * https://docs.slack.dev/messaging/formatting-message-text/#escaping
 */
export function typedInMrkdwn(text: string): string {
  return typed(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(ACTIVE, (sign) => `${sign}${WORD_JOINER}`);
}
