import type { Report, ReportState } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import type { CalendarOf, ClockInstruction } from './change.ts';
import type { ClockMove } from './table/row.ts';

interface Entering {
  /** Null: before T1. */
  readonly report: Report | null;
  readonly next: Report;
  readonly move: ClockMove | undefined;
  readonly rules: RuleSet;
}

const CALENDAR_OF: Readonly<Record<keyof RuleSet['slaBusinessDays'], CalendarOf>> = {
  REQUESTED: 'provider',
  FILLING: 'provider',
  STORE_CONFIRM: 'store',
  STAFF_REVIEW: 'platform',
  // Whoever was asked; INFO_REQUESTED always names a side.
  INFO_REQUESTED: 'provider',
};

/** A waiting state starts the clock of §3.1 on the calendar of the party that must act; every other state has none. */
export function clockFor({ report, next, move, rules }: Entering): ClockInstruction {
  if (move === 'keep' || report?.state === next.state) return { do: 'keep' };
  if (move === 'resume') return { do: 'resume', calendarOf: 'platform' };
  if (next.state === 'SUSPENDED')
    return { do: 'start', calendarDays: rules.cureCalendarDays, calendarOf: 'provider' };
  if (!hasSla(next.state, rules)) return { do: 'stop' };
  const businessDays = rules.slaBusinessDays[next.state];
  const calendarOf = next.infoFrom ?? CALENDAR_OF[next.state];
  if (move === 'pause-and-start') return { do: move, businessDays, calendarOf };
  return { do: 'start', businessDays, calendarOf };
}

/** On whose calendar the time of a waiting state counts; null: it is nobody's turn. */
export function calendarOfState({ state, infoFrom }: Pick<Report, 'state' | 'infoFrom'>): CalendarOf | null {
  return isWaiting(state) ? (infoFrom ?? CALENDAR_OF[state]) : null;
}

const isWaiting = (state: ReportState): state is keyof typeof CALENDAR_OF => state in CALENDAR_OF;

/** Whether people are given a time in the state (§3.1). */
export const hasSla = (state: ReportState, rules: RuleSet): state is keyof RuleSet['slaBusinessDays'] =>
  state in rules.slaBusinessDays;
