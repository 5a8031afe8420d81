/** Business minutes (domain-rules §2). Whole days are walked, never minutes, so a year costs some hundred steps. */
import { DateTime } from 'luxon';
import type { Deadline, IsoDate } from '../../reports/report.ts';
import { BUSINESS_DAY_MINUTES, type BusinessCalendar } from './calendar.ts';
import { shiftDate } from './dates.ts';
import { windowOf } from './day-window.ts';

const MINUTE_MS = 60_000;

/** No calendar of people is closed for so long: one that is has no open day at all. */
const LONGEST_CLOSURE_DAYS = 400;

/** What is left of one worked day, from a moment on. */
interface OpenHours {
  readonly date: IsoDate;
  readonly from: number;
  readonly closes: number;
  /** The holidays of a year that was walked through are not known. */
  readonly estimated: boolean;
}

function localDate({ zone }: BusinessCalendar, instant: Date): IsoDate {
  const date = DateTime.fromJSDate(instant, { zone }).toISODate();
  if (date === null) throw new RangeError(`${zone} is not a time zone, or the instant is not a date.`);
  return date;
}

/** The hours that the moment falls into, else those of the next worked day; closing time counts as closed. */
function openHours(calendar: BusinessCalendar, first: IsoDate, at: number): OpenHours {
  let date = first;
  let estimated = false;
  for (let walked = 0; walked < LONGEST_CLOSURE_DAYS; walked += 1) {
    const day = calendar.day(date);
    estimated ||= day.estimated;
    const { opens, closes } = windowOf(calendar, date);
    if (day.works && at < closes) return { date, from: Math.max(at, opens), closes, estimated };
    date = shiftDate(date, 1);
  }
  throw new RangeError(
    `The calendar of ${calendar.country} in ${calendar.zone} has no open day; give it one.`,
  );
}

/** When the party is at work next: the instant itself during opening hours. */
export function nextOpening(calendar: BusinessCalendar, instant: Date): Deadline {
  const { from, estimated } = openHours(calendar, localDate(calendar, instant), instant.getTime());
  return { at: new Date(from), estimated };
}

/**
 * Consumes business minutes from the next opening on (domain-rules §2). A result on closing time stays there.
 * Whole or fractional minutes >= 0; zero gives the next opening.
 */
export function addBusinessMinutes(calendar: BusinessCalendar, instant: Date, minutes: number): Deadline {
  if (!(minutes >= 0) || !Number.isFinite(minutes))
    throw new RangeError(`Cannot add ${minutes} business minutes; give zero or more.`);
  let open = openHours(calendar, localDate(calendar, instant), instant.getTime());
  let { estimated } = open;
  let left = Math.round(minutes * MINUTE_MS);
  while (open.from + left > open.closes) {
    left -= open.closes - open.from;
    open = openHours(calendar, shiftDate(open.date, 1), open.closes);
    estimated ||= open.estimated;
  }
  return { at: new Date(open.from + left), estimated };
}

/** As {@link addBusinessMinutes}; one business day is 540 minutes. */
export function addBusinessDays(calendar: BusinessCalendar, instant: Date, days: number): Deadline {
  return addBusinessMinutes(calendar, instant, days * BUSINESS_DAY_MINUTES);
}

/** Business minutes from one instant to a later one, whole minutes only; zero if the second is not later. */
export function businessMinutesBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  const end = to.getTime();
  if (end <= from.getTime()) return 0;
  let total = 0;
  let open = openHours(calendar, localDate(calendar, from), from.getTime());
  while (open.from < end) {
    total += Math.min(open.closes, end) - open.from;
    open = openHours(calendar, shiftDate(open.date, 1), open.closes);
  }
  return Math.floor(total / MINUTE_MS);
}
