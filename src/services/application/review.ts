/** When a live application is looked at again, and when its provider is reminded (domain-rules §9, §12). Pure. */
import { businessCalendar } from '../../reminders/calendar/calendar.ts';
import { reminderDates } from '../../reminders/calendar/days.ts';
import { openingOf } from '../../reminders/calendar/opening.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { toldRung } from '../../reminders/ladder/rungs.ts';
import { addMonths, startOfDate, today } from '../../reports/periods.ts';
import { PLATFORM_CALENDAR } from '../../reports/record/case.ts';
import type { IsoDate } from '../../reports/report.ts';
import type { Asker } from '../record/case.ts';
import { REVIEW_AFTER_MONTHS, REVIEW_REMINDER_DAYS } from './lifecycle.ts';

/** The rule of the reminder before a review. */
const REVIEW_SOON = 'review-soon';

/** A date of the platform's. */
export const reviewOn = (liveSince: Date): IsoDate =>
  addMonths(today(liveSince, PLATFORM_CALENDAR.zone), REVIEW_AFTER_MONTHS);

export const reviewAt = (liveSince: Date): Date => startOfDate(reviewOn(liveSince), PLATFORM_CALENDAR.zone);

/** On the working day of the provider's that is at or before the thirtieth day ahead. */
export function reviewRungs(
  liveSince: Date,
  { country, timeZone }: Pick<Asker, 'country' | 'timeZone'>,
): readonly PlannedRung[] {
  const calendar = businessCalendar({ country, zone: timeZone });
  return reminderDates(calendar, reviewOn(liveSince), [REVIEW_REMINDER_DAYS]).map(({ date }) => ({
    rung: toldRung(REVIEW_SOON),
    dueAt: openingOf(calendar, date),
  }));
}
