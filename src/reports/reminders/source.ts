import type { DueRung, ReminderSource, Spread, SweepApp } from '../../reminders/sweep/source.ts';
import { reassign } from '../actions/clock/reassign.ts';
import { REPORT_VIEW } from '../actions/told.ts';
import { followingRungs, reachOf } from './reach.ts';
import { type WaitingCases, waitingCases } from './waiting-cases.ts';

/** The reminders of reports. */
export const reportReminders: ReminderSource = {
  serves: (object) => object.startsWith('CR-'),
  view: REPORT_VIEW,
  spread: async (app, due) => {
    const waiting = await waitingCases(app, [...new Set(due.map(({ object }) => object))]);
    const spreads: Spread[] = [];
    for (const rung of due) spreads.push(await spreadOne(app, waiting, rung));
    return spreads;
  },
};

async function spreadOne(
  app: SweepApp,
  { cases, peopleOf, calendarOf }: WaitingCases,
  due: DueRung,
): Promise<Spread> {
  const found = cases.get(due.object);
  if (!found) return { due, receivers: [], next: [] };
  if (due.rung === 'reassign') await reassign(app, due);
  return {
    due,
    receivers: reachOf(due.rung, found, peopleOf(found)),
    next: followingRungs(due, found, calendarOf(found)),
  };
}
