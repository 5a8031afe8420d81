import type { IssuedCard } from '../../../../src/chat/card.ts';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { type Inline, inlines, plain, type Text } from '../../../../src/chat/text.ts';
import { localDay } from '../../../shared/text/day.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { INSTANT_FORMATS, utcMinute } from '../text/rich-text.ts';
import { typedInMrkdwn } from '../text/typed.ts';

/** What notifications and screen readers say of some cards. Slack reads it as mrkdwn, hence the other escaping. */
export function notification(cards: readonly IssuedCard[], locale: Locale): string {
  const parts: readonly Inline[] = cards.flatMap(({ title, lead }, index) => [
    index === 0 ? title : ` · ${title}`,
    ...(lead === undefined ? [] : [' – ', ...inlines(lead)]),
  ]);
  return inMrkdwn(parts, locale);
}

/** As many parts as there is room for; the part that is too long is cut. */
function inMrkdwn(text: Text, locale: Locale): string {
  let left: number = LIMITS.fallbackText.chars;
  const shown: string[] = [];
  for (const part of inlines(text)) {
    if (left <= 1) break;
    const words = wordsIn(part, locale);
    shown.push(words === undefined ? dateToken(part) : typedInMrkdwn(shorten(words, left)));
    left -= words?.length ?? DATE_ROOM;
  }
  return shown.join('');
}

// What a date token is shown as in any language.
const DATE_ROOM = 30;

function wordsIn(part: Inline, locale: Locale): string | undefined {
  if (typeof part === 'string') return part;
  if ('instant' in part) return undefined;
  return 'day' in part ? localDay(part.day, locale) : plain([part]);
}

// https://docs.slack.dev/messaging/formatting-message-text/#date-formatting
function dateToken(part: Inline): string {
  if (typeof part === 'string' || !('instant' in part)) return '';
  const seconds = Math.floor(part.instant.getTime() / 1_000);
  return `<!date^${seconds}^${INSTANT_FORMATS[part.style]}|${utcMinute(part.instant)}>`;
}
