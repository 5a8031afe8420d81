/** The clock of a waiting state (domain-rules §3.1, §3.7, §12): due, paused, resumed, lapsed, and how far gone. */
import type { Deadline } from '../reports/report.ts';
import { addBusinessDays, addBusinessMinutes, businessMinutesBetween } from './calendar/arithmetic.ts';
import { BUSINESS_DAY_MINUTES, type BusinessCalendar } from './calendar/calendar.ts';

/** A clock that runs. After a pause `since` is the resumption, and `remainingMinutes` what was left then. */
export interface RunningClock {
  readonly since: Date;
  /** The whole SLA, business minutes. */
  readonly slaMinutes: number;
  /** Business minutes that were left at `since`. */
  readonly remainingMinutes: number;
}

export function startClock(slaBusinessDays: number, since: Date): RunningClock {
  const slaMinutes = slaBusinessDays * BUSINESS_DAY_MINUTES;
  return { since, slaMinutes, remainingMinutes: slaMinutes };
}

export interface PausedClock {
  readonly slaBusinessDays: number;
  readonly remainingMinutes: number;
}

export function resumeClock(paused: PausedClock, at: Date): RunningClock {
  return {
    since: at,
    slaMinutes: paused.slaBusinessDays * BUSINESS_DAY_MINUTES,
    remainingMinutes: paused.remainingMinutes,
  };
}

export function deadlineOf(calendar: BusinessCalendar, clock: RunningClock): Deadline {
  return addBusinessMinutes(calendar, clock.since, clock.remainingMinutes);
}

/** What a pause keeps: whole business minutes, never negative, a started minute not counted as used. */
export function remainingMinutes(calendar: BusinessCalendar, clock: RunningClock, at: Date): number {
  return Math.max(0, clock.remainingMinutes - businessMinutesBetween(calendar, clock.since, at));
}

/** When a case without action lapses: so many business days after its deadline (T23; the rule set says how many). */
export function lapseInstant(
  calendar: BusinessCalendar,
  deadline: Deadline,
  graceBusinessDays: number,
): Deadline {
  const lapse = addBusinessDays(calendar, deadline.at, graceBusinessDays);
  return { at: lapse.at, estimated: lapse.estimated || deadline.estimated };
}

/** When a percentage of the SLA is used, pauses left out; null if it was used before this clock (re)started. */
export function instantAtPercent(
  calendar: BusinessCalendar,
  clock: RunningClock,
  percent: number,
): Deadline | null {
  const usedBefore = clock.slaMinutes - clock.remainingMinutes;
  const ahead = (clock.slaMinutes * percent) / 100 - usedBefore;
  if (ahead < 0 || (ahead === 0 && usedBefore > 0)) return null;
  return addBusinessMinutes(calendar, clock.since, ahead);
}

/** Business minutes used of the SLA, pauses left out; goes beyond `slaMinutes` when late. */
export function usedMinutes(calendar: BusinessCalendar, clock: RunningClock, at: Date): number {
  return clock.slaMinutes - clock.remainingMinutes + businessMinutesBetween(calendar, clock.since, at);
}

/** A deadline recomputed when a year's notice arrives: never earlier than the one already shown (domain-rules §2). */
export function recomputed(shown: Deadline, fresh: Deadline): Deadline {
  return fresh.at < shown.at ? { at: shown.at, estimated: fresh.estimated } : fresh;
}
