import { addBusinessDays } from '../calendar/arithmetic.ts';
import type { BusinessCalendar } from '../calendar/calendar.ts';
import { instantAtPercent, type RunningClock } from '../deadlines.ts';
import { LADDERS, type LadderOf } from './ladder.ts';

/** One rung with its time, before anybody is named. */
export interface PlannedRung {
  readonly rung: string;
  readonly dueAt: Date;
}

export interface LadderPlan {
  readonly ladder: LadderOf;
  readonly calendar: BusinessCalendar;
  readonly clock: RunningClock;
  /** Business days after the deadline at which a party's case lapses (T23). */
  readonly lapseGraceBusinessDays: number;
}

/** Every rung that is still ahead of a clock that has just (re)started, on the calendar of whoever must act. */
export function plannedLadder({
  ladder,
  calendar,
  clock,
  lapseGraceBusinessDays,
}: LadderPlan): readonly PlannedRung[] {
  const rungs = LADDERS[ladder].flatMap(({ name, percent }) => {
    const at = instantAtPercent(calendar, clock, percent);
    return at === null ? [] : [{ rung: name, dueAt: at.at }];
  });
  if (ladder === 'staff') return rungs;
  const deadline = instantAtPercent(calendar, clock, 100);
  if (deadline === null) return rungs;
  return [
    ...rungs,
    { rung: 'last-1', dueAt: addBusinessDays(calendar, deadline.at, lapseGraceBusinessDays).at },
  ];
}
