import type { Locale } from '../../../src/chat/conversation.ts';

/** A date without a zone in the reader's language; what is not a date is shown as it is. */
export function localDay(day: string, locale: Locale): string {
  const instantOfDay = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(instantOfDay)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(instantOfDay);
}
