/**
 * What a person reads, before any platform has drawn it. A plain string is data: adapters escape it, so that nothing
 * typed by anybody can ping, link or format. Formatting exists only as structure.
 */
export type Inline =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  | { readonly link: string; readonly label: string }
  /** An instant, shown in the reader's zone: Slack and Discord both have a token for it. */
  | { readonly instant: Date; readonly style: 'moment' | 'day' | 'relative' }
  /** A calendar date that has no zone, `YYYY-MM-DD`. */
  | { readonly day: string };

export type Text = string | readonly Inline[];

export const inlines = (text: Text): readonly Inline[] => (typeof text === 'string' ? [text] : text);

export const moment = (instant: Date): Inline => ({ instant, style: 'moment' });
export const strong = (value: string): Inline => ({ strong: value });
export const day = (value: string): Inline => ({ day: value });

/** Text without its formatting, for notifications, alt texts and tests; instants in ISO form. */
export function plain(text: Text): string {
  return inlines(text)
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('strong' in part) return part.strong;
      if ('code' in part) return part.code;
      if ('link' in part) return part.label;
      if ('day' in part) return part.day;
      return part.instant.toISOString();
    })
    .join('');
}
