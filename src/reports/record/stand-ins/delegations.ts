/** The delegations that reach a case at this moment, as the loaded case holds them. */
import type { Delegation } from '../../../people/delegation/delegation.ts';
import { heldToday, receiversInRoles, takesOver } from '../../../people/delegation/resolve.ts';
import { type PrincipalId, ROLE_ORGANISATION, ROLES } from '../../../people/principal.ts';
import type { Case, PartyPerson } from '../case.ts';
import { one } from '../report-row.ts';
import type { DelegationRow } from '../rows.ts';

/** `holders`: everybody who has a role at the organisation today. */
export function delegationsFrom(
  rows: readonly DelegationRow[],
  holders: (organisationId: string) => readonly Pick<PartyPerson, 'id' | 'role'>[],
): readonly Delegation[] {
  const delegations = rows.map((row) => ({
    ...row,
    role: one(ROLES, row.role),
    from: new Date(row.from),
    until: new Date(row.until),
  }));
  return heldToday(delegations, (id, { organisationId, role }) =>
    holders(organisationId).some((person) => person.id === id && person.role === role),
  );
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
  return receiversInRoles(
    parties.delegations.filter((each) => each.organisationId === organisationId),
    people,
  );
}

/** Who does the tasks of whoever has the case: themselves, a stand-in, or null: the queue. */
export function reviewerNow(
  { delegations }: Pick<Case, 'delegations'>,
  assignedTo: PrincipalId,
): PrincipalId | null {
  const staff = delegations.filter(({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM');
  return takesOver(staff, assignedTo);
}
