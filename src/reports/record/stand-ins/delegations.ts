/** The delegations that reach a case at this moment, as the loaded case holds them. */
import type { Delegation } from '../../../people/delegation/delegation.ts';
import { receiversNow, takesOver } from '../../../people/delegation/resolve.ts';
import { type PrincipalId, ROLE_ORGANISATION, ROLES } from '../../../people/principal.ts';
import type { Case, PartyPerson } from '../case.ts';
import { one } from '../report-row.ts';
import type { DelegationRow } from '../rows.ts';

/**
 * A stand-in who has lost the role stands in for nobody, but whoever named them is still away; one of somebody who has lost
 * it is void. `holders`: everybody who has the role at the organisation today.
 */
export function delegationsFrom(
  rows: readonly DelegationRow[],
  holders: (organisationId: string) => readonly PartyPerson[],
): readonly Delegation[] {
  return rows.flatMap((row) => {
    const role = one(ROLES, row.role);
    const holds = (principalId: PrincipalId) =>
      holders(row.organisationId).some((person) => person.id === principalId && person.role === role);
    if (!holds(row.delegator)) return [];
    const delegate = row.delegate !== null && holds(row.delegate) ? row.delegate : null;
    return [{ ...row, role, delegate, from: new Date(row.from), until: new Date(row.until) }];
  });
}

/** Those of one role at the store, at the provider, or at the platform. */
export const delegationsOf = (
  { delegations }: Pick<Case, 'delegations'>,
  { organisationId, role }: Pick<Delegation, 'organisationId' | 'role'>,
): readonly Delegation[] =>
  delegations.filter((each) => each.organisationId === organisationId && each.role === role);

/** Who is told instead of these people, all of one organisation; each role by itself. */
export function toldInstead(
  parties: Pick<Case, 'delegations'>,
  organisationId: string,
  people: readonly PartyPerson[],
): readonly PrincipalId[] {
  const roles = [...new Set(people.map(({ role }) => role))];
  const reached = roles.flatMap((role) => {
    const active = delegationsOf(parties, { organisationId, role });
    const ids = people.filter((person) => person.role === role).map(({ id }) => id);
    return receiversNow(active, ids);
  });
  return [...new Set(reached)];
}

/** Who does the tasks of whoever has the case: themselves, a stand-in, or null: the queue. */
export function reviewerNow(parties: Case, assignedTo: PrincipalId): PrincipalId | null {
  const staff = parties.delegations.filter(({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM');
  return takesOver(staff, assignedTo);
}
