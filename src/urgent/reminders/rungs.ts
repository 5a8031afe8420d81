import { addBusinessDays } from '../../reminders/calendar/arithmetic.ts';
import type { BusinessCalendar } from '../../reminders/calendar/calendar.ts';
import { URGENT_LADDER } from '../../reminders/ladder/ladder.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import type { UrgentIssue } from '../issue.ts';

/** Twice the promised time: nobody is woken any more, and the platform's leads hear of it in their hours. */
const OVER_PERCENT = 200;
/** Business days on which it is said again. */
const MOST_OVER = 5;

/** Hours run around the clock, so a share of them is an instant and no calendar is asked. */
export function urgentRungs({
  reportedAt,
  dueAt,
}: Pick<UrgentIssue, 'reportedAt' | 'dueAt'>): readonly PlannedRung[] {
  const at = (percent: number) =>
    new Date(reportedAt.getTime() + ((dueAt.getTime() - reportedAt.getTime()) * percent) / 100);
  return [
    ...URGENT_LADDER.map(({ name, percent }) => ({ rung: name, dueAt: at(percent) })),
    { rung: 'unacknowledged-1', dueAt: at(OVER_PERCENT) },
  ];
}

/** Each planned by the one before it. */
export function overAgain({ rung, dueAt }: PlannedRung, calendar: BusinessCalendar): readonly PlannedRung[] {
  const count = Number(/^unacknowledged-(\d+)$/.exec(rung)?.[1] ?? MOST_OVER);
  if (count >= MOST_OVER) return [];
  return [{ rung: `unacknowledged-${count + 1}`, dueAt: addBusinessDays(calendar, dueAt, 1).at }];
}
