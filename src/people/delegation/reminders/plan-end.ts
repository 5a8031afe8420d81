import type { Prisma } from '../../../platform/database/generated/client.ts';
import type { BusinessCalendar } from '../../../reminders/calendar/calendar.ts';
import { plannedStatement } from '../../../reminders/ladder/plan-statements.ts';
import type { Delegation } from '../delegation.ts';
import { endReminderAt } from './end-reminder.ts';

/** For the change that makes it; `calendar`: the delegator's. None where it is too short to be reminded of its end. */
export function endPlanned(made: Delegation, calendar: BusinessCalendar): readonly Prisma.Sql[] {
  const due = endReminderAt(made, calendar);
  if (due === null) return [];
  return [plannedStatement([{ object: made.id, stateSeq: 0, rung: 'delegation-ends', dueAt: due.at }])];
}
