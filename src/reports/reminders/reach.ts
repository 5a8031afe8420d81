/** Whom a rung of a case reaches when it comes due, and what follows it. Pure. */
import { receiversInRoles } from '../../people/delegation/resolve.ts';
import type { PrincipalId, Role } from '../../people/principal.ts';
import { addBusinessDays } from '../../reminders/calendar/arithmetic.ts';
import type { BusinessCalendar } from '../../reminders/calendar/calendar.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import { familyOf, rungNamed } from '../../reminders/ladder/rungs.ts';
import type { ReportState, Side } from '../report.ts';
import { type CasePeople, receiversOf, type Waiting } from './receivers.ts';

/** A party that nobody can reach is reminded so often after its lapse was due; then it is in the hands of staff. */
const MOST_LAST_NOTICES = 10;

/** A case with what its reminders depend on besides its people. */
export interface WaitingCase extends Waiting {
  /** Messages of this wait that arrived, and how many there must be before it can lapse (T23). */
  readonly delivered: number;
  readonly deliveriesNeeded: number;
}

export function reachOf(rung: string, waiting: WaitingCase, people: CasePeople): readonly PrincipalId[] {
  switch (familyOf(rung)) {
    case 'expiry':
      return having(people, 'STORE_OWNER', 'PROVIDER_ADMIN');
    case 'cure':
      return having(people, 'PROVIDER_ADMIN');
    case 'cure-over':
      return having(people, 'STAFF_LEAD');
    case 'last':
      // The case lapses with the next round, there is nothing to remind of.
      return mayLapse(waiting) ? [] : receiversOf(rungNamed(rung).to, waiting, people);
    default:
      return receiversOf(rungNamed(rung).to, waiting, people);
  }
}

/** Whoever has one of these roles at the store, the provider or the platform, or stands in for them. */
function having(
  { store, provider, staff, delegations }: CasePeople,
  ...roles: readonly Role[]
): readonly PrincipalId[] {
  const members = [...store, ...provider, ...staff].filter(({ role }) => roles.includes(role));
  return receiversInRoles(delegations, members);
}

const mayLapse = ({ delivered, deliveriesNeeded }: WaitingCase): boolean => delivered >= deliveriesNeeded;

/** Daily lines and last notices follow one another, each planned by the one before, on the calendar of whoever is awaited. */
export function followingRungs(
  { rung, dueAt }: PlannedRung,
  waiting: WaitingCase,
  calendar: BusinessCalendar,
): readonly PlannedRung[] {
  const count = Number(/\d+$/.exec(rung)?.[0] ?? 0);
  const tomorrow = (name: string) => [{ rung: name, dueAt: addBusinessDays(calendar, dueAt, 1).at }];
  switch (familyOf(rung)) {
    case 'at-300':
      return tomorrow('overdue-1');
    case 'overdue':
      return tomorrow(`overdue-${count + 1}`);
    case 'last':
      return mayLapse(waiting) || count >= MOST_LAST_NOTICES ? [] : tomorrow(`last-${count + 1}`);
    default:
      return [];
  }
}

/** Whose days count: a party's, or nobody's in particular while staff are awaited. */
export function awaitedSide({
  state,
  infoFrom,
}: {
  readonly state: ReportState;
  readonly infoFrom: Side | null;
}): Side | null {
  if (state === 'STAFF_REVIEW') return null;
  return state === 'STORE_CONFIRM' || infoFrom === 'store' ? 'store' : 'provider';
}
