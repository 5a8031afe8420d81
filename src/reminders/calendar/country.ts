/** Working days outside China: public holidays of `date-holidays` and the weekend that CLDR knows for the country. */
import Holidays, { type HolidaysTypes } from 'date-holidays';
import type { IsoDate } from '../../reports/report.ts';
import type { WorkDay } from './calendar.ts';
import { shiftDate, weekdayOf } from './dates.ts';

const SATURDAY_AND_SUNDAY: readonly number[] = [6, 7];

/** CLDR's week data; TypeScript's own library does not describe it yet. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => { readonly weekend: readonly number[] } };

const calendars = new Map<string, (date: IsoDate) => WorkDay>();

/**
 * A country's working days, computed once per country and year since one year costs milliseconds.
 * A country that `date-holidays` does not know works every day but its weekend, estimated.
 */
export function countryWorks(country: string): (date: IsoDate) => WorkDay {
  const known = calendars.get(country) ?? countryCalendar(country);
  calendars.set(country, known);
  return known;
}

function countryCalendar(country: string): (date: IsoDate) => WorkDay {
  const weekend = weekendOf(country);
  const estimated = !Object.hasOwn(new Holidays().getCountries('en'), country);
  const years = new Map<string, ReadonlySet<IsoDate>>();
  return (date) => {
    if (estimated || weekend.includes(weekdayOf(date)))
      return { works: !weekend.includes(weekdayOf(date)), estimated };
    const year = date.slice(0, 4);
    const holidays = years.get(year) ?? publicHolidays(country, Number(year));
    years.set(year, holidays);
    return { works: !holidays.has(date), estimated };
  };
}

function publicHolidays(country: string, year: number): ReadonlySet<IsoDate> {
  const days = new Holidays(country, { types: ['public'] }).getHolidays(year);
  return new Set(days.flatMap(datesOf));
}

/** A holiday of several days is one entry from its start to its end, so each of its dates is taken. */
function datesOf(holiday: HolidaysTypes.Holiday): readonly IsoDate[] {
  const first = holiday.date.slice(0, 10);
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000;
  return Array.from({ length: Math.max(1, Math.round(hours / 24)) }, (_, index) => shiftDate(first, index));
}

function weekendOf(country: string): readonly number[] {
  try {
    const locale: LocaleWithWeek = new Intl.Locale(`und-${country}`);
    return locale.getWeekInfo?.().weekend ?? SATURDAY_AND_SUNDAY;
  } catch {
    return SATURDAY_AND_SUNDAY;
  }
}
