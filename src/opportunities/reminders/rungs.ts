/** When somebody is reminded of an opportunity's deadline. Pure. */
import { reminderDates } from '../../reminders/calendar/days.ts';
import { nextDayOpening, openingOf } from '../../reminders/calendar/opening.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { PLATFORM_CALENDAR } from '../../reports/record/case.ts';
import type { IsoDate } from '../../reports/report.ts';

/** Calendar days before the last day for an answer. */
const DAYS = [3, 1] as const;

/** The time for answers is over: whoever put it on record decides what follows. */
export const OVER = 'opportunity-over';

/** Whoever has not answered is reminded before the last day; staff hear of it on the next business day. */
export function deadlineRungs(answerUntil: IsoDate, now: Date): readonly PlannedRung[] {
  const before = reminderDates(PLATFORM_CALENDAR, answerUntil, DAYS).map(({ date, daysBefore }) => ({
    rung: `opportunity-due-${daysBefore.join('+')}`,
    dueAt: openingOf(PLATFORM_CALENDAR, date),
  }));
  const over = nextDayOpening(PLATFORM_CALENDAR, openingOf(PLATFORM_CALENDAR, answerUntil));
  return [...before.filter(({ dueAt }) => dueAt > now), { rung: OVER, dueAt: over }];
}

/** In the place of a `state_seq`: a deadline has reminders of its own. */
export const numberOf = (date: IsoDate): number => Number(date.replaceAll('-', ''));
