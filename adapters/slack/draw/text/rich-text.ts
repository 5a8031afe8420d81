import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { type Inline, inlines, type Text } from '../../../../src/chat/text.ts';
import { localDay } from '../../../shared/text/day.ts';
import { typed } from '../../../shared/text/direction.ts';

/**
 * Text becomes rich text elements, because these alone are shown exactly as they are: mrkdwn would read `*`, `<!channel>`
 * and addresses as instructions. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function richElements(text: Text, locale: Locale): readonly RichTextElement[] {
  return inlines(text)
    .map((part) => richElement(part, locale))
    .filter((element) => element.type !== 'text' || element.text !== '');
}

function richElement(part: Inline, locale: Locale): RichTextElement {
  if (typeof part === 'string') return words(part);
  if ('strong' in part) return bold(part.strong);
  if ('code' in part) return { type: 'text', text: typed(part.code), style: { code: true } };
  if ('link' in part) return link(part);
  if ('day' in part) return words(localDay(part.day, locale));
  return instant(part);
}

export const words = (text: string): RichTextElement => ({ type: 'text', text: typed(text) });

export const bold = (text: string): RichTextElement => ({
  type: 'text',
  text: typed(text),
  style: { bold: true },
});

export const newLine: RichTextElement = { type: 'text', text: '\n' };

export function richBlock(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

export const richSection = (elements: readonly RichTextElement[]): RichTextSection => ({
  type: 'rich_text_section',
  elements: [...elements],
});

// Only what a browser opens by itself; anything else a link could carry is shown as text.
function link({ link: url, label }: { readonly link: string; readonly label: string }): RichTextElement {
  return /^https?:\/\//i.test(url) ? { type: 'link', url, text: typed(label) } : words(`${label} (${url})`);
}

// https://docs.slack.dev/messaging/formatting-message-text/#date-formatting
export const INSTANT_FORMATS = {
  moment: '{date_short_pretty} {time}',
  day: '{date_short_pretty}',
  relative: '{ago}',
} as const;

function instant(part: Extract<Inline, { readonly instant: Date }>): RichTextElement {
  return {
    type: 'date',
    timestamp: Math.floor(part.instant.getTime() / 1_000),
    format: INSTANT_FORMATS[part.style],
    fallback: utcMinute(part.instant),
  };
}

/** For the few readers whose Slack knows no date token. */
export const utcMinute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
