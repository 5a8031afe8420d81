import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Actor, PrincipalId } from '../../people/principal.ts';
import type { Case, PartyPerson } from './case.ts';

/** Somebody as an actor of this case: with every role that bears on it, and no other. */
export function actorOf({ store, provider, staff }: Case, principalId: PrincipalId): Actor {
  const at = (organisationId: string, people: readonly PartyPerson[]) =>
    people.filter(({ id }) => id === principalId).map(({ role }) => ({ organisationId, role }));
  return {
    principalId,
    memberships: [
      ...at(store.id, store.people),
      ...at(provider.id, provider.people),
      ...staff
        .filter(({ id }) => id === principalId)
        .map(({ role }) => ({ organisationId: PLATFORM_ORGANISATION, role })),
    ],
  };
}

/** Somebody with two roles is one person. */
export const distinctPeople = (people: readonly PartyPerson[]): readonly PartyPerson[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** The name of whoever it was, as far as the case knows them. */
export function nameIn({ store, provider, staff }: Case, principalId: PrincipalId): string {
  const known = [...store.people, ...provider.people, ...staff];
  return known.find(({ id }) => id === principalId)?.name ?? principalId;
}
