/** Which reminders a case has ahead of it after a change: the ladder of a waiting state, or the calendar of a relationship. */

import { type RunningClock, resumeClock, startClock } from '../../reminders/deadlines.ts';
import { type PlannedRung, plannedLadder } from '../../reminders/ladder/planned.ts';
import type { Change } from '../lifecycle/change.ts';
import { hasSla } from '../lifecycle/clock-instruction.ts';
import type { CaseClocks } from '../record/case.ts';
import { calendarOfWaiting } from '../record/waiting.ts';
import type { Report, ReportState } from '../report.ts';
import { relationshipRungs } from './relationship.ts';

/** What a change means for the reminders: null leaves them as they are. */
export function rungsAfter(
  parties: CaseClocks,
  change: Change,
  next: Report,
  at: Date,
): readonly PlannedRung[] | null {
  if (change.from === next.state && !endMoved(parties.report, next)) return null;
  return plannedRungs(parties, next, clockOf(parties, change, at)).filter(({ dueAt }) => dueAt > at);
}

/** An end that was fixed or lifted moves the calendar of the relationship. */
const endMoved = (before: Report, after: Report): boolean =>
  before.notice?.effectiveOn !== after.notice?.effectiveOn;

/** A ladder for a state with an SLA; else what the calendar of the relationship asks for. */
export function plannedRungs(
  parties: CaseClocks,
  next: Report,
  clock: RunningClock | null,
): readonly PlannedRung[] {
  if (clock === null) return relationshipRungs(parties, next);
  return plannedLadder({
    ladder: ladderOf(next.state),
    calendar: calendarOfWaiting(parties, next),
    clock,
    lapseGraceBusinessDays: parties.rules.lapseGraceBusinessDays,
  });
}

const ladderOf = (state: ReportState) => (state === 'STAFF_REVIEW' ? 'staff' : 'party');

function clockOf({ report, rules }: CaseClocks, { next, clock }: Change, at: Date): RunningClock | null {
  if (!hasSla(next.state, rules)) return null;
  const slaBusinessDays = rules.slaBusinessDays[next.state];
  return clock.do === 'resume'
    ? resumeClock({ slaBusinessDays, remainingMinutes: report.pausedMinutes ?? 0 }, at)
    : startClock(slaBusinessDays, at);
}
