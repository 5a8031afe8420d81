/** Who the groups of a ladder are in a case, as its people are now, and who stands in for them (domain-rules §12, §1). Pure. */
import type { Delegation } from '../../people/delegation/delegation.ts';
import { chainsTo, type Member, principalsIn, receiversInRoles } from '../../people/delegation/resolve.ts';
import type { PrincipalId, Role } from '../../people/principal.ts';
import type { Group } from '../../reminders/ladder/ladder.ts';
import { staffGroup } from '../../reminders/ladder/staff-group.ts';
import { STAFF_CHANNEL } from '../../reminders/sweep/receiver.ts';
import { whoseTurn } from '../lifecycle/turns/whose-turn.ts';
import { reviewerNow } from '../record/stand-ins/delegations.ts';
import type { Proposal, Report, Side } from '../report.ts';

/** Everybody who could be meant. */
export interface CasePeople {
  readonly store: readonly Member[];
  readonly provider: readonly Member[];
  readonly staff: readonly Member[];
  /** Active now at any of the three, for the role or for this case. */
  readonly delegations: readonly Delegation[];
}

/** What the answer depends on of a case. */
export type Waiting = Pick<Report, 'state' | 'infoFrom' | 'proposal' | 'assignedTo'>;

/**
 * Receivers of these groups, each once: principals, or `channel:staff` where a task belongs to the queue because nobody
 * has taken it, or whoever has is gone or away without a delegate.
 */
export function receiversOf(
  groups: readonly Group[],
  waiting: Waiting,
  people: CasePeople,
): readonly string[] {
  const { waitsOn } = whoseTurn(waiting);
  const side: Side = waitsOn === 'store' ? 'store' : 'provider';
  const reached = groups.flatMap((group) =>
    waitsOn === 'staff'
      ? staffGroup(group, { ...people, assignees: reviewersOf(waiting, people) })
      : receiversInRoles(people.delegations, partyGroup(group, waiting, people[side])),
  );
  return [...new Set(reached)];
}

const LEADERS: readonly Role[] = ['STORE_OWNER', 'PROVIDER_ADMIN'];

/** A party's backup is the rest of its team: they may prepare, and know whom to call. */
function partyGroup(group: Group, waiting: Waiting, members: readonly Member[]): readonly Member[] {
  const having = (roles: readonly Role[]) => members.filter(({ role }) => roles.includes(role));
  switch (group) {
    case 'assignee':
      return having(whoseTurn(waiting).roles);
    case 'backup':
      return members;
    case 'role-lead':
    case 'admin':
      return having(LEADERS);
  }
}

/** Whoever took the case, or the queue: out of office without a delegate is no dead inbox. */
function reviewersOf(waiting: Waiting, people: CasePeople): readonly string[] {
  const { assignedTo, proposal } = waiting;
  if (proposal !== null) return secondsAfter(proposal, waiting, people);
  if (assignedTo === null || !people.staff.some(({ id }) => id === assignedTo)) return [STAFF_CHANNEL];
  return [reviewerNow(people, assignedTo) ?? STAFF_CHANNEL];
}

/** A second approval waits for everybody who may give it: nobody behind the first, nor who stands in for them (SOD-3, SOD-5). */
function secondsAfter(
  { by, onBehalfOf, carries = [] }: Proposal,
  waiting: Waiting,
  { staff, delegations }: CasePeople,
): readonly string[] {
  const { roles } = whoseTurn(waiting);
  const first = new Set([by, ...onBehalfOf, ...carries]);
  const approvers = staff.filter(({ id, role }) => roles.includes(role) && id !== by);
  const mayNot = (id: PrincipalId) =>
    [id, ...principalsIn(chainsTo(delegations, id))].some((one) => first.has(one));
  const reached = receiversInRoles(delegations, approvers).filter((id) => !mayNot(id));
  return reached.length === 0 ? [STAFF_CHANNEL] : reached;
}
