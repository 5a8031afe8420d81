import { addBusinessDays } from '../../reminders/calendar/arithmetic.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { familyOf, rungNamed } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource, Spread, SweepApp } from '../../reminders/sweep/source.ts';
import { reassign } from '../actions/reassign.ts';
import { REPORT_VIEW } from '../actions/told.ts';
import { type CasePeople, receiversOf } from './receivers.ts';
import { type WaitingCase, type WaitingCases, waitingCases } from './waiting-cases.ts';

/** A party that nobody can reach is reminded so often after its lapse was due; then it is in the hands of staff. */
const MOST_LAST_NOTICES = 10;

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

async function spreadOne(app: SweepApp, waiting: WaitingCases, due: DueRung): Promise<Spread> {
  const found = waiting.cases.get(due.object);
  if (!found) return { due, receivers: [], next: [] };
  if (due.rung === 'reassign') await reassign(app, due);
  return {
    due,
    receivers: receiversFor(found, waiting.peopleOf(found), due),
    next: following(waiting, found, due),
  };
}

function receiversFor(found: WaitingCase, people: CasePeople, { rung }: DueRung): readonly string[] {
  const leaders = (side: 'store' | 'provider') =>
    people[side]
      .filter(({ role }) => role === 'STORE_OWNER' || role === 'PROVIDER_ADMIN')
      .map(({ id }) => id);
  switch (familyOf(rung)) {
    case 'expiry':
      return [...leaders('store'), ...leaders('provider')];
    case 'cure':
      return leaders('provider');
    case 'cure-over':
      return people.staff.filter(({ role }) => role === 'STAFF_LEAD').map(({ id }) => id);
    case 'last':
      // The case lapses with the next round, there is nothing to remind of.
      return hasLapsed(found) ? [] : receiversOf(rungNamed(rung).to, found, { people });
    default:
      return receiversOf(rungNamed(rung).to, found, { people });
  }
}

const hasLapsed = ({ delivered, deliveriesNeeded }: WaitingCase): boolean => delivered >= deliveriesNeeded;

/** Daily lines and last notices follow one another, each planned by the one before. */
function following(
  waiting: WaitingCases,
  found: WaitingCase,
  { rung, dueAt }: DueRung,
): readonly PlannedRung[] {
  const count = Number(/\d+$/.exec(rung)?.[0] ?? 0);
  const nextDay = (organisationId: string | null) =>
    addBusinessDays(waiting.calendarOf(organisationId), dueAt, 1).at;
  switch (familyOf(rung)) {
    case 'at-300':
      return [{ rung: 'overdue-1', dueAt: nextDay(null) }];
    case 'overdue':
      return [{ rung: `overdue-${count + 1}`, dueAt: nextDay(null) }];
    case 'last':
      return hasLapsed(found) || count >= MOST_LAST_NOTICES
        ? []
        : [{ rung: `last-${count + 1}`, dueAt: nextDay(partyOf(found)) }];
    default:
      return [];
  }
}

const partyOf = ({ state, infoFrom, storeId, providerId }: WaitingCase): string =>
  state === 'STORE_CONFIRM' || infoFrom === 'store' ? storeId : providerId;
