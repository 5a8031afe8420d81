/** What is due at fixed days while a cooperation stands or is suspended (domain-rules §6, §3.2). */
import type { BusinessCalendar } from '../../reminders/calendar/calendar.ts';
import { reminderDates } from '../../reminders/calendar/days.ts';
import { openingOf } from '../../reminders/calendar/opening.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { addDays, earlierOf, today } from '../periods.ts';
import type { CaseClocks } from '../record/case.ts';
import type { IsoDate, Report } from '../report.ts';

/** Days before the last day, on which both sides are told that it comes (§6). */
const EXPIRY_DAYS = [90, 60, 30, 14, 7, 1, 0] as const;
/** Days of a cure (T19), from its first day on, as for a deposit that is short. */
const CURE_DAYS = [0, 5, 10, 14] as const;

export function relationshipRungs({ store, provider }: CaseClocks, next: Report): readonly PlannedRung[] {
  switch (next.state) {
    case 'SCHEDULED':
    case 'ACTIVE':
    case 'NOTICE':
      return expiryRungs(store.calendar, lastDayOf(next));
    case 'SUSPENDED':
      return [...cureRungs(provider.calendar, next), ...expiryRungs(store.calendar, lastDayOf(next))];
    default:
      return [];
  }
}

/** The last day on which the cooperation stands: an end that was fixed may come before the period's own. */
export function lastDayOf({ reportingEnd, notice }: Report): IsoDate {
  return notice === null ? reportingEnd : earlierOf(reportingEnd, addDays(notice.effectiveOn, -1));
}

/** Two that fall on one business day are one message, named after both: `expiry-1+0`. */
export function expiryRungs(calendar: BusinessCalendar, lastDay: IsoDate): readonly PlannedRung[] {
  return reminderDates(calendar, lastDay, EXPIRY_DAYS).map(({ date, daysBefore }) => ({
    rung: `expiry-${daysBefore.join('+')}`,
    dueAt: openingOf(calendar, date),
  }));
}

function cureRungs(calendar: BusinessCalendar, { stateSince, deadline }: Report): readonly PlannedRung[] {
  const first = today(stateSince, calendar.zone);
  const days = CURE_DAYS.map((day) => ({
    rung: `cure-${day}`,
    dueAt: openingOf(calendar, addDays(first, day)),
  }));
  return deadline === null ? days : [...days, { rung: 'cure-over', dueAt: deadline.at }];
}
