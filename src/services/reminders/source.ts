import { addBusinessDays } from '../../reminders/calendar/arithmetic.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { familyOf, isTold, rungNamed } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource, Spread } from '../../reminders/sweep/source.ts';
import { PLATFORM_CALENDAR } from '../../reports/record/case.ts';
import { reassign } from '../actions/reassign.ts';
import { SERVICE_VIEW } from '../actions/told.ts';
import { caseIdOf, isServiceSubject } from '../kinds.ts';
import { waiterOf } from '../lifecycle/lifecycles.ts';
import { peopleOf, type ServicePeople } from '../record/people.ts';
import { type WaitingRow, waitingServices } from '../record/waiting.ts';
import { adminsOf, receiversOf } from './receivers.ts';

/** The reminders of the special services. */
export const serviceReminders: ReminderSource = {
  serves: isServiceSubject,
  view: SERVICE_VIEW,
  spread: async (app, due) => {
    const cases = await waitingServices(app, [...new Set(due.map(({ object }) => object))]);
    const providers = [...new Set([...cases.values()].map(({ providerId }) => providerId))];
    if (providers.length === 0) return due.map((rung) => ({ due: rung, receivers: [], next: [] }));
    const people = await peopleOf(app, providers);
    const spreads: Spread[] = [];
    for (const rung of due) {
      const found = cases.get(caseIdOf(rung.object));
      if (found && rung.rung === 'reassign') await reassign(app, found, people(found.providerId));
      spreads.push(
        found ? spreadOne(rung, found, people(found.providerId)) : { due: rung, receivers: [], next: [] },
      );
    }
    return spreads;
  },
};

function spreadOne(due: DueRung, found: WaitingRow, people: ServicePeople): Spread {
  const { rung } = due;
  // What is not a share of a wait is about the provider's own system: its review comes.
  const receivers = isTold(rung)
    ? adminsOf(people)
    : receiversOf(rungNamed(rung).to, { ...found, waitsOn: waiterOf(found) }, people);
  return { due, receivers, next: following(due) };
}

/** Every business day until staff decide (domain-rules §12). */
function following({ rung, dueAt }: DueRung): readonly PlannedRung[] {
  const family = familyOf(rung);
  if (family !== 'at-300' && family !== 'overdue') return [];
  const count = Number(/^overdue-(\d+)$/.exec(rung)?.[1] ?? 0);
  return [{ rung: `overdue-${count + 1}`, dueAt: addBusinessDays(PLATFORM_CALENDAR, dueAt, 1).at }];
}
