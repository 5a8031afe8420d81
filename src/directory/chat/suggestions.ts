import type { Known, Suggestion, Suggestions } from '../../chat/conversation.ts';
import { organisationsById } from '../../people/organisations.ts';
import { isRefused } from '../../result.ts';
import { type FoundOrganisation, type SearchPage, searchProviders, searchStores } from '../search/search.ts';

/** Providers that the text finds; before anything is typed, one's own. */
export const suggestProviders: Suggestions = async (talk, typed) => {
  const search = await searchProviders(talk.app, { text: typed });
  return isRefused(search) ? ownOf(talk, 'PROVIDER') : namesOf(search.ok);
};

/** The same for stores, which the platform's people alone may look up. */
export const suggestStores: Suggestions = async (talk, typed) => {
  if (!isOfPlatform(talk)) return ownOf(talk, 'STORE');
  const search = await searchStores(talk.app, { text: typed });
  return isRefused(search) ? [] : namesOf(search.ok);
};

const namesOf = ({ found }: SearchPage<FoundOrganisation>): readonly Suggestion[] =>
  found.map(({ id, name }) => ({ value: id, label: name }));

async function ownOf({ app, person }: Known, kind: 'STORE' | 'PROVIDER'): Promise<readonly Suggestion[]> {
  const ids = [...new Set(person.memberships.map(({ organisationId }) => organisationId))];
  const own = await organisationsById(app, ids);
  return own.filter((each) => each.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
}

const isOfPlatform = ({ person }: Known): boolean =>
  person.memberships.some(({ role }) => role.startsWith('STAFF_') || role === 'AUDITOR');
