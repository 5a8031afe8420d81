import type { PrincipalId } from '../people/principal.ts';
import type { RevisionFields } from '../reports/fields/revision-fields.ts';
import type { PartyPerson } from '../reports/record/case.ts';

/**
 * The account manager and the backups who are on record, and whom the provider named as its contacts. Managers and backups
 * are filed by name.
 */
export function contactsOf(
  { team, contactProvider }: Pick<RevisionFields, 'team' | 'contactProvider'>,
  provider: readonly Pick<PartyPerson, 'id' | 'name'>[],
): readonly PrincipalId[] {
  const named = [team.accountManager, ...team.backups];
  const known = provider.filter(({ name }) => named.includes(name)).map(({ id }) => id);
  return [...new Set([...known, ...contactProvider.principalIds])];
}

/** Contacts who still belong to the provider; everybody of it where none of them does. */
export function onCall<P extends { readonly id: PrincipalId }>(
  contacts: readonly PrincipalId[],
  provider: readonly P[],
): readonly P[] {
  const there = provider.filter(({ id }) => contacts.includes(id));
  return there.length > 0 ? there : provider;
}
