import { nextOpening } from '../../../reminders/calendar/arithmetic.ts';
import type { BusinessCalendar } from '../../../reminders/calendar/calendar.ts';
import { precedingBusinessDay } from '../../../reminders/calendar/days.ts';
import { addDays, startOfDate, today } from '../../../reports/periods.ts';
import type { Deadline } from '../../../reports/report.ts';
import type { DelegationPeriod } from '../period.ts';

/**
 * When both are told that a delegation ends (domain-rules §12: −1 BD): at opening time of the last business day before the day
 * on which it ends. Null where that is not within the delegation: who named a stand-in for a day needs no reminder of it.
 */
export function endReminderAt(
  { from, until }: DelegationPeriod,
  calendar: BusinessCalendar,
): Deadline | null {
  const { date, estimated } = precedingBusinessDay(calendar, addDays(today(until, calendar.zone), -1));
  const { at } = nextOpening(calendar, startOfDate(date, calendar.zone));
  return at > from && at < until ? { at, estimated } : null;
}
