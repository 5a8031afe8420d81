/** Whom a case reaches, and who stands in for them (domain-rules §12, §1). Pure. */
import { receiversInRoles } from '../../people/delegation/resolve.ts';
import type { PrincipalId } from '../../people/principal.ts';
import type { Group } from '../../reminders/ladder/ladder.ts';
import { staffGroup } from '../../reminders/ladder/staff-group.ts';
import { STAFF_CHANNEL } from '../../reminders/sweep/receiver.ts';
import { reviewerNow } from '../../reports/record/stand-ins/delegations.ts';
import type { Waiter } from '../lifecycle/lifecycle.ts';
import type { ServicePeople } from '../record/people.ts';

export interface WaitingService {
  readonly waitsOn: Waiter;
  readonly assignedTo: PrincipalId | null;
}

/** Principals, or `channel:staff`, each once. */
export function receiversOf(
  groups: readonly Group[],
  { waitsOn, assignedTo }: WaitingService,
  people: ServicePeople,
): readonly string[] {
  if (waitsOn === 'nobody') return [];
  if (waitsOn === 'provider') return adminsOf(people);
  const assignees = [handlerNow(people, assignedTo) ?? STAFF_CHANNEL];
  return [...new Set(groups.flatMap((group) => staffGroup(group, { ...people, assignees })))];
}

/** The provider's administrators, or whoever is there for them. */
export const adminsOf = ({ delegations, provider }: ServicePeople): readonly PrincipalId[] =>
  receiversInRoles(delegations, provider);

/** Whoever has taken it or stands in for them; null: the queue, since a person who is away is no dead inbox. */
export function handlerNow(
  { staff, delegations }: ServicePeople,
  assignedTo: PrincipalId | null,
): PrincipalId | null {
  if (assignedTo === null || !staff.some(({ id }) => id === assignedTo)) return null;
  return reviewerNow({ delegations }, assignedTo);
}
