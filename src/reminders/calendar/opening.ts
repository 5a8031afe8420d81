import { DateTime } from 'luxon';
import type { IsoDate } from '../../reports/report.ts';
import { nextOpening } from './arithmetic.ts';
import type { BusinessCalendar } from './calendar.ts';
import { shiftDate } from './dates.ts';

/** A time of day on a date of the calendar's own wall. */
export function atMinute(calendar: BusinessCalendar, date: IsoDate, minute: number): Date {
  const wall = DateTime.fromISO(date, { zone: calendar.zone });
  return wall.set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toJSDate();
}

/** Which date it is where the calendar is kept. */
export const dateOn = (calendar: BusinessCalendar, at: Date): IsoDate =>
  DateTime.fromJSDate(at, { zone: calendar.zone }).toFormat('yyyy-MM-dd');

export const openingOf = (calendar: BusinessCalendar, date: IsoDate): Date =>
  atMinute(calendar, date, calendar.opensMinute);

/** Closing time itself is closed: a message then would be read the next morning at best. */
export const isOpen = (calendar: BusinessCalendar, at: Date): boolean =>
  nextOpening(calendar, at).at.getTime() === at.getTime();

/** When the next business day after this moment's date begins. */
export const nextDayOpening = (calendar: BusinessCalendar, at: Date): Date =>
  nextOpening(calendar, openingOf(calendar, shiftDate(dateOn(calendar, at), 1))).at;
