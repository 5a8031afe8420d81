/** Who the groups of a ladder are in a case, as its people are now (domain-rules §12). Pure: delegation stands in between. */
import type { PrincipalId, Role } from '../../people/principal.ts';
import type { Group } from '../../reminders/ladder/ladder.ts';
import { STAFF_CHANNEL } from '../../reminders/sweep/receiver.ts';
import { whoseTurn } from '../lifecycle/turns/whose-turn.ts';
import type { Report, Side } from '../report.ts';

export interface Member {
  readonly id: PrincipalId;
  readonly role: Role;
}

/** Everybody who could be meant. */
export interface CasePeople {
  readonly store: readonly Member[];
  readonly provider: readonly Member[];
  readonly staff: readonly Member[];
}

/** What the answer depends on of a case. */
export type Waiting = Pick<Report, 'state' | 'infoFrom' | 'proposal' | 'assignedTo'>;

/** Whoever acts in somebody's place at the moment, or they themselves; nobody: the role's queue takes it. */
export type StandIns = (who: PrincipalId) => readonly PrincipalId[];

const THEMSELVES: StandIns = (who) => [who];

/**
 * Receivers of these groups, each once: principals, or `channel:staff` where a task belongs to the queue because nobody
 * has taken it, or whoever has is gone or away without a delegate.
 */
export function receiversOf(
  groups: readonly Group[],
  waiting: Waiting,
  { people, standIns = THEMSELVES }: { readonly people: CasePeople; readonly standIns?: StandIns },
): readonly string[] {
  const { waitsOn } = whoseTurn(waiting);
  const side: Side = waitsOn === 'store' ? 'store' : 'provider';
  const members = groups.flatMap((group) =>
    waitsOn === 'staff' ? staffGroup(group, waiting, people) : partyGroup(group, waiting, people[side]),
  );
  return [
    ...new Set(members.flatMap((id) => (id === STAFF_CHANNEL ? [id] : inPlaceOf(id, waitsOn, standIns)))),
  ];
}

/** Out of office without a delegate goes to the queue of the role, not to a dead inbox. */
function inPlaceOf(id: PrincipalId, waitsOn: string, standIns: StandIns): readonly string[] {
  const found = standIns(id);
  return found.length === 0 && waitsOn === 'staff' ? [STAFF_CHANNEL] : found;
}

const LEADERS: readonly Role[] = ['STORE_OWNER', 'PROVIDER_ADMIN'];

/** A party's backup is the rest of its team: they may prepare, and know whom to call. */
function partyGroup(group: Group, waiting: Waiting, members: readonly Member[]): readonly string[] {
  const awaited = whoseTurn(waiting).roles;
  const having = (roles: readonly Role[]) => members.filter(({ role }) => roles.includes(role));
  switch (group) {
    case 'assignee':
      return ids(having(awaited));
    case 'backup':
      return ids(members);
    case 'role-lead':
    case 'admin':
      return ids(having(LEADERS));
  }
}

function staffGroup(group: Group, waiting: Waiting, { staff }: CasePeople): readonly string[] {
  switch (group) {
    case 'assignee':
      return reviewersOf(waiting, staff);
    case 'backup':
      return [STAFF_CHANNEL];
    case 'role-lead':
    case 'admin':
      return ids(staff.filter(({ role }) => role === 'STAFF_LEAD'));
  }
}

/** Whoever took the case; a second approval waits for everybody who may give it (SOD-3). */
function reviewersOf(waiting: Waiting, staff: readonly Member[]): readonly string[] {
  const { assignedTo, proposal } = waiting;
  if (proposal !== null) {
    const { roles } = whoseTurn(waiting);
    return ids(staff.filter(({ id, role }) => roles.includes(role) && id !== proposal.by));
  }
  return assignedTo !== null && staff.some(({ id }) => id === assignedTo) ? [assignedTo] : [STAFF_CHANNEL];
}

const ids = (members: readonly Member[]): readonly string[] => members.map(({ id }) => id);
