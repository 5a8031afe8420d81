/** Calendar days before a date, and the business day on which a message about them may go out (domain-rules §2, §6). */
import type { IsoDate } from '../../reports/report.ts';
import type { BusinessCalendar } from './calendar.ts';
import { shiftDate } from './dates.ts';

export interface BusinessDate {
  readonly date: IsoDate;
  readonly estimated: boolean;
}

export const isBusinessDay = (calendar: BusinessCalendar, date: IsoDate): boolean => calendar.day(date).works;

/** The date itself if it is worked, else the nearest worked date before it. */
export function precedingBusinessDay(calendar: BusinessCalendar, date: IsoDate): BusinessDate {
  let candidate = date;
  let estimated = false;
  for (;;) {
    const day = calendar.day(candidate);
    estimated ||= day.estimated;
    if (day.works) return { date: candidate, estimated };
    candidate = shiftDate(candidate, -1);
  }
}

/** "k days before": k calendar days, moved back to a business day. */
export function reminderDate(calendar: BusinessCalendar, date: IsoDate, daysBefore: number): BusinessDate {
  return precedingBusinessDay(calendar, shiftDate(date, -daysBefore));
}

export interface PlannedReminder extends BusinessDate {
  /** Every "k days before" that falls on this date: they go out as one message. */
  readonly daysBefore: readonly number[];
}

/** The reminders for one date, earliest first; those that fall on the same business day are merged (domain-rules §6). */
export function reminderDates(
  calendar: BusinessCalendar,
  date: IsoDate,
  daysBefore: readonly number[],
): readonly PlannedReminder[] {
  const merged = new Map<IsoDate, PlannedReminder>();
  for (const days of daysBefore.toSorted((a, b) => b - a)) {
    const due = reminderDate(calendar, date, days);
    const same = merged.get(due.date)?.daysBefore ?? [];
    merged.set(due.date, { ...due, daysBefore: [...same, days] });
  }
  return [...merged.values()];
}
