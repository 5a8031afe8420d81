import { DateTime } from 'luxon';
import { z } from 'zod';
import { addBusinessMinutes, businessMinutesBetween } from '../../reminders/calendar/arithmetic.ts';
import { CHINA_CALENDAR } from '../../reminders/calendar/calendar.ts';
import { isIsoDate, reportingEnd } from '../../reports/periods.ts';
import { kind } from './kind.ts';

const LOCAL = "yyyy-MM-dd'T'HH:mm";
const { zone } = CHINA_CALENDAR;

/** Calendars are walked day by day, so how far is bounded. */
const YEARS = /^(19|20|21)\d{2}-/;
const MOST_MINUTES = 10_000_000;
const MOST_MONTHS = 1_200;

const localTime = z
  .string()
  .refine(
    (text) => YEARS.test(text) && DateTime.fromFormat(text, LOCAL, { zone }).isValid,
    'write YYYY-MM-DDTHH:MM, a local time of 1900 to 2199',
  )
  .transform((text) => DateTime.fromFormat(text, LOCAL, { zone }).toJSDate());

const date = z
  .string()
  .refine((text) => YEARS.test(text) && isIsoDate(text), 'write YYYY-MM-DD, 1900 to 2199');

export const businessTime = kind(
  z.strictObject({ start: localTime, minutes: z.int().min(0).max(MOST_MINUTES) }),
  ({ start, minutes }) => {
    const { at } = addBusinessMinutes(CHINA_CALENDAR, start, minutes);
    return { due: DateTime.fromJSDate(at, { zone }).toFormat(LOCAL) };
  },
);

export const businessMinutes = kind(z.strictObject({ from: localTime, to: localTime }), ({ from, to }) => ({
  minutes: businessMinutesBetween(CHINA_CALENDAR, from, to),
}));

export const period = kind(
  z.strictObject({ start: date, months: z.int().min(1).max(MOST_MONTHS) }),
  ({ start, months }) => ({ end: reportingEnd(start, months) }),
);
