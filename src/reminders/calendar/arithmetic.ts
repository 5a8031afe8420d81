/** Business minutes (domain-rules §2). Whole days are walked, never minutes, so a year costs some hundred steps. */
import { DateTime } from 'luxon';
import type { Deadline, IsoDate } from '../../reports/report.ts';
import { BUSINESS_DAY_MINUTES, type BusinessCalendar } from './calendar.ts';
import { shiftDate } from './dates.ts';

const MINUTE_MS = 60_000;

/** A moment on the party's own wall: the local date, and milliseconds since that day's opening. */
interface Wall {
  readonly date: IsoDate;
  readonly sinceOpening: number;
}

const openMs = (calendar: BusinessCalendar) => (calendar.closesMinute - calendar.opensMinute) * MINUTE_MS;

function toWall(calendar: BusinessCalendar, instant: Date): Wall {
  const local = DateTime.fromJSDate(instant, { zone: calendar.zone });
  if (!local.isValid)
    throw new RangeError(`${calendar.zone} is not a time zone, or the instant is not a date.`);
  const minute = local.hour * 60 + local.minute;
  const ms = (minute - calendar.opensMinute) * MINUTE_MS + local.second * 1000 + local.millisecond;
  return { date: local.toFormat('yyyy-MM-dd'), sinceOpening: ms };
}

function toInstant(calendar: BusinessCalendar, { date, sinceOpening }: Wall): Date {
  const ms = calendar.opensMinute * MINUTE_MS + sinceOpening;
  const hour = Math.floor(ms / 3_600_000);
  const midnight = DateTime.fromISO(date, { zone: calendar.zone });
  // A day may end at minute 1440, which luxon can only reach as the next day's midnight.
  if (hour === 24) return midnight.plus({ days: 1 }).toJSDate();
  return midnight
    .set({
      hour,
      minute: Math.floor(ms / MINUTE_MS) % 60,
      second: Math.floor(ms / 1000) % 60,
      millisecond: ms % 1000,
    })
    .toJSDate();
}

/** The moment itself if it is worked time, else the opening of the next worked day; closing time counts as closed. */
function opening(calendar: BusinessCalendar, from: Wall): Wall & { readonly estimated: boolean } {
  let { date, sinceOpening } = from;
  let estimated = false;
  for (;;) {
    const day = calendar.day(date);
    estimated ||= day.estimated;
    if (day.works && sinceOpening < openMs(calendar))
      return { date, sinceOpening: Math.max(0, sinceOpening), estimated };
    date = shiftDate(date, 1);
    sinceOpening = 0;
  }
}

/** When the party is at work next: the instant itself during opening hours. */
export function nextOpening(calendar: BusinessCalendar, instant: Date): Deadline {
  const found = opening(calendar, toWall(calendar, instant));
  return { at: toInstant(calendar, found), estimated: found.estimated };
}

/**
 * Consumes business minutes from the next opening on (domain-rules §2). A result on closing time stays there.
 * Whole or fractional minutes >= 0; zero gives the next opening.
 */
export function addBusinessMinutes(calendar: BusinessCalendar, instant: Date, minutes: number): Deadline {
  if (!(minutes >= 0) || !Number.isFinite(minutes))
    throw new RangeError(`Cannot add ${minutes} business minutes; give zero or more.`);
  let at = opening(calendar, toWall(calendar, instant));
  let estimated = at.estimated;
  let left = Math.round(minutes * MINUTE_MS);
  while (at.sinceOpening + left > openMs(calendar)) {
    left -= openMs(calendar) - at.sinceOpening;
    at = opening(calendar, { date: shiftDate(at.date, 1), sinceOpening: 0 });
    estimated ||= at.estimated;
  }
  return { at: toInstant(calendar, { date: at.date, sinceOpening: at.sinceOpening + left }), estimated };
}

/** As {@link addBusinessMinutes}; one business day is 540 minutes. */
export function addBusinessDays(calendar: BusinessCalendar, instant: Date, days: number): Deadline {
  return addBusinessMinutes(calendar, instant, days * BUSINESS_DAY_MINUTES);
}

/** Business minutes from one instant to a later one, whole minutes only; zero if the second is not later. */
export function businessMinutesBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  if (to <= from) return 0;
  const end = toWall(calendar, to);
  let at = opening(calendar, toWall(calendar, from));
  let total = 0;
  while (at.date < end.date) {
    total += openMs(calendar) - at.sinceOpening;
    at = opening(calendar, { date: shiftDate(at.date, 1), sinceOpening: 0 });
  }
  if (at.date === end.date)
    total += Math.max(0, Math.min(end.sinceOpening, openMs(calendar)) - at.sinceOpening);
  return Math.floor(total / MINUTE_MS);
}
