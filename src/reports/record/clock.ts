import {
  addBusinessDays,
  addBusinessMinutes,
  businessMinutesBetween,
} from '../../reminders/calendar/arithmetic.ts';
import { BUSINESS_DAY_MINUTES, type BusinessCalendar } from '../../reminders/calendar/calendar.ts';
import type { CalendarOf, Change } from '../lifecycle/change.ts';
import { calendarOfState } from '../lifecycle/clock-instruction.ts';
import { addDays, startOfDate, today } from '../periods.ts';
import type { Deadline, Report } from '../report.ts';
import { type CaseClocks, PLATFORM_CALENDAR } from './case.ts';

type Clock = Pick<Report, 'deadline' | 'pausedMinutes'>;

/** Carries out a change's clock instruction: deadlines are computed on the calendar of whoever must act (§2). */
export function clockAfter(parties: CaseClocks, change: Change, now: Date): Clock {
  const { clock, next } = change;
  const kept: Clock = { deadline: next.deadline, pausedMinutes: next.pausedMinutes };
  switch (clock.do) {
    case 'keep':
    case 'stop':
      return kept;
    case 'start':
      return { ...kept, deadline: started(parties, clock, now) };
    case 'pause-and-start':
      return {
        deadline: started(parties, clock, now),
        pausedMinutes: minutesLeft(parties.report.deadline, now),
      };
    case 'resume':
      return {
        deadline: addBusinessMinutes(calendarOf(parties, clock.calendarOf), now, next.pausedMinutes ?? 0),
        pausedMinutes: null,
      };
  }
}

type Start = { readonly calendarOf: CalendarOf } & (
  | { readonly businessDays: number }
  | { readonly calendarDays: number }
);

function started(parties: CaseClocks, start: Start, now: Date): Deadline {
  const calendar = calendarOf(parties, start.calendarOf);
  if ('businessDays' in start) return addBusinessDays(calendar, now, start.businessDays);
  const lastDay = addDays(today(now, calendar.zone), start.calendarDays);
  return { at: startOfDate(addDays(lastDay, 1), calendar.zone), estimated: false };
}

/** Business minutes of the staff clock that are left; a late one has none. */
function minutesLeft(deadline: Deadline | null, now: Date): number {
  return deadline === null || deadline.at <= now
    ? 0
    : businessMinutesBetween(PLATFORM_CALENDAR, now, deadline.at);
}

/** Business minutes that staff took, pauses left out; null where no staff clock runs. */
export function staffMinutesUsed({ report, rules }: CaseClocks, now: Date): number | null {
  if (report.state !== 'STAFF_REVIEW' || report.deadline === null) return null;
  const whole = rules.slaBusinessDays.STAFF_REVIEW * BUSINESS_DAY_MINUTES;
  const { at } = report.deadline;
  return at >= now
    ? whole - businessMinutesBetween(PLATFORM_CALENDAR, now, at)
    : whole + businessMinutesBetween(PLATFORM_CALENDAR, at, now);
}

/**
 * Business minutes that whoever had to act took since the state was entered or resumed, on their own calendar; null where
 * it is nobody's turn, or where the state goes on.
 */
export function ownMinutes(parties: CaseClocks, next: Report, now: Date): number | null {
  const { report } = parties;
  const of = calendarOfState(report);
  if (of === null || next.state === report.state) return null;
  return businessMinutesBetween(calendarOf(parties, of), report.stateSince, now);
}

function calendarOf(parties: CaseClocks, of: CalendarOf): BusinessCalendar {
  return of === 'platform' ? PLATFORM_CALENDAR : parties[of].calendar;
}
