import { addBusinessDays, nextOpening } from '../calendar/arithmetic.ts';
import type { BusinessCalendar } from '../calendar/calendar.ts';
import { atMinute, dateOn } from '../calendar/opening.ts';

/** Minutes after midnight at which a day's digest goes out; with the opening for whoever begins later. */
const DIGEST_MINUTE = 570;

function digestMinute({ opensMinute, closesMinute }: BusinessCalendar): number {
  return DIGEST_MINUTE >= opensMinute && DIGEST_MINUTE < closesMinute ? DIGEST_MINUTE : opensMinute;
}

const digestOn = (calendar: BusinessCalendar, day: Date): Date =>
  atMinute(calendar, dateOn(calendar, day), digestMinute(calendar));

/** The first digest at or after this moment, on a business day of the receiver's. */
export function nextDigest(calendar: BusinessCalendar, at: Date): Date {
  const open = nextOpening(calendar, at).at;
  const sameDay = digestOn(calendar, open);
  return sameDay >= at ? sameDay : digestOn(calendar, addBusinessDays(calendar, open, 1).at);
}
