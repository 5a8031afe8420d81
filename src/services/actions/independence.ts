import { chainsTo, principalsIn } from '../../people/delegation/resolve.ts';
import { type Actor, type OrganisationId, ROLE_ORGANISATION } from '../../people/principal.ts';
import { approverIsIndependent, type Hand } from '../../people/separation-of-duties.ts';
import type { Refusal } from '../../result.ts';
import type { ServicePeople } from '../record/people.ts';

/** Whoever acts for staff, with everybody for whom they stand in (SOD-5). */
export function handOf({ principalId }: Actor, { delegations }: ServicePeople): Hand {
  const atPlatform = delegations.filter(({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM');
  return { principalId, representing: principalsIn(chainsTo(atPlatform, principalId)) };
}

/** SOD-2: staff who decide do not belong to the provider that asks. */
export function independence(
  actor: Actor,
  providerId: OrganisationId,
  people: ServicePeople,
): Refusal | null {
  const belongs = actor.memberships.some(({ organisationId }) => organisationId === providerId);
  const admins = people.provider.map(({ id }) => id);
  return approverIsIndependent(handOf(actor, people), {
    partyMembers: belongs ? [...admins, actor.principalId] : admins,
    editors: [],
    exceptionRequesters: [],
  });
}
