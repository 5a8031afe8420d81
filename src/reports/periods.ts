/** Whole-month periods of calendar dates (domain-rules §2). A period's end is its last day, inclusive. */
import { DateTime } from 'luxon';
import type { IsoDate } from './report.ts';

export interface Period {
  readonly start: IsoDate;
  /** Last day, inclusive. */
  readonly end: IsoDate;
}

const utc = (date: IsoDate): DateTime => {
  const parsed = DateTime.fromISO(date, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !parsed.isValid)
    throw new RangeError(`${date} is not a date; write YYYY-MM-DD.`);
  return parsed;
};

const iso = (date: DateTime): IsoDate => date.toFormat('yyyy-MM-dd');

/** Whether the text is a date of the calendar in the form `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

/** The day is clamped to the length of the month it lands in. */
export const addMonths = (date: IsoDate, months: number): IsoDate => iso(utc(date).plus({ months }));

export const addDays = (date: IsoDate, days: number): IsoDate => iso(utc(date).plus({ days }));

/** Last day of a period of whole months: one day before the same day `months` later (domain-rules §2). */
export const reportingEnd = (start: IsoDate, months: number): IsoDate =>
  addDays(addMonths(start, months), -1);

export const periodOf = (start: IsoDate, months: number): Period => ({
  start,
  end: reportingEnd(start, months),
});

/** Calendar days from one date to another, negative when the second is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => utc(to).diff(utc(from), 'days').days;

export const contains = (outer: Period, inner: Period): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const containsDate = (period: Period, date: IsoDate): boolean =>
  period.start <= date && date <= period.end;

/** ISO dates compare as text. */
export function earlierOf(one: IsoDate, other: IsoDate): IsoDate {
  if (other < one) return other;
  return one;
}

/** Whether the two share at least one day. */
export const overlaps = (one: Period, other: Period): boolean =>
  one.start <= other.end && other.start <= one.end;

/** Which date it is in an IANA zone. */
export function today(now: Date, zone: string): IsoDate {
  const local = DateTime.fromJSDate(now, { zone });
  if (!local.isValid)
    throw new RangeError(`${zone} is not a time zone; give an IANA name such as Asia/Shanghai.`);
  return iso(local);
}

/** The instant at which a date begins in an IANA zone: 00:00, or the first moment that exists on that day. */
export function startOfDate(date: IsoDate, zone: string): Date {
  const { year, month, day } = utc(date);
  const local = DateTime.fromObject({ year, month, day }, { zone });
  if (!local.isValid)
    throw new RangeError(`${zone} is not a time zone; give an IANA name such as Asia/Shanghai.`);
  return local.startOf('day').toJSDate();
}
