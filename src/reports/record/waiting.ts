import type { BusinessCalendar } from '../../reminders/calendar/calendar.ts';
import { lapseInstant } from '../../reminders/deadlines.ts';
import type { Report } from '../report.ts';
import { type CaseClocks, PLATFORM_CALENDAR } from './case.ts';

/** The calendar of whoever the state waits on (domain-rules §3.1). */
export function calendarOfWaiting(parties: CaseClocks, report: Report): BusinessCalendar {
  switch (report.state) {
    case 'REQUESTED':
    case 'FILLING':
      return parties.provider.calendar;
    case 'STORE_CONFIRM':
      return parties.store.calendar;
    case 'INFO_REQUESTED':
      return report.infoFrom === 'provider' ? parties.provider.calendar : parties.store.calendar;
    default:
      return PLATFORM_CALENDAR;
  }
}

/** T23: the end of the grace period after the deadline, on the calendar of whoever must act; null while no clock runs. */
export function lapseAt(parties: CaseClocks, report: Report): Date | null {
  if (report.deadline === null) return null;
  const calendar = calendarOfWaiting(parties, report);
  return lapseInstant(calendar, report.deadline, parties.rules.lapseGraceBusinessDays).at;
}
