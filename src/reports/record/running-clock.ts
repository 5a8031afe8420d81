import type { App } from '../../app.ts';
import { type RunningClock, remainingMinutes, resumeClock, startClock } from '../../reminders/deadlines.ts';
import { hasSla } from '../lifecycle/clock-instruction.ts';
import { type CaseClocks, PLATFORM_CALENDAR } from './case.ts';

/** A question or an answer during a review. */
export interface Interruption {
  readonly rule: 'T9.ask' | 'T9.answer';
  readonly at: Date;
}

export interface ReviewSteps {
  /** When the review began. */
  readonly since: Date;
  /** Oldest first. */
  readonly interruptions: readonly Interruption[];
}

/**
 * The clock that runs in the present state, computed anew from the steps that led to it, so that a calendar which has changed
 * since is counted throughout; null where none runs.
 */
export function runningClock({ report, rules }: CaseClocks, review: ReviewSteps): RunningClock | null {
  const { state, stateSince } = report;
  if (!hasSla(state, rules)) return null;
  const slaBusinessDays = rules.slaBusinessDays[state];
  if (state !== 'STAFF_REVIEW') return startClock(slaBusinessDays, stateSince);
  return review.interruptions.reduce(
    (clock, { rule, at }) => {
      const left =
        rule === 'T9.ask' ? remainingMinutes(PLATFORM_CALENDAR, clock, at) : clock.remainingMinutes;
      return resumeClock({ slaBusinessDays, remainingMinutes: left }, at);
    },
    startClock(slaBusinessDays, review.since),
  );
}

/** Since the store confirmed last. */
export async function reviewSteps(
  { database }: Pick<App, 'database'>,
  { report }: Pick<CaseClocks, 'report'>,
): Promise<ReviewSteps> {
  const steps = await database.prisma.transition.findMany({
    where: { reportId: report.id, rule: { in: ['T7', 'T9.ask', 'T9.answer'] } },
    orderBy: { stateSeq: 'asc' },
    select: { rule: true, at: true },
  });
  const begun = steps.findLastIndex(({ rule }) => rule === 'T7');
  const interruptions = steps
    .slice(begun + 1)
    .flatMap(({ rule, at }) => (rule === 'T9.ask' || rule === 'T9.answer' ? [{ rule, at } as const] : []));
  return { since: steps[begun]?.at ?? report.stateSince, interruptions };
}
