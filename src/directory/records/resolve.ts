import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { type FoundOrganisation, type SearchPage, searchProviders, searchStores } from '../search/search.ts';
import { findProvider, findStore } from './organisation.ts';

/** One organisation, or the names to choose from. */
export type Resolved<Found extends FoundOrganisation> =
  | { readonly kind: 'one'; readonly id: OrganisationId }
  | { readonly kind: 'several'; readonly page: SearchPage<Found> };

/**
 * What somebody typed for a provider: its id, or a name that only one provider has. A guess is never taken for it.
 * Refuses `directory.provider-not-found` and `directory.search-empty`.
 */
export async function resolveProvider(app: Pick<App, 'database' | 'clock'>, typed: string) {
  if ((await findProvider(app, typed)) !== null) return ok({ kind: 'one', id: typed } as const);
  return chosen(
    await searchProviders(app, { text: typed }),
    refuse('directory.provider-not-found', { name: typed }),
  );
}

/** The same for a store; refuses `directory.store-not-found`. */
export async function resolveStore(app: Pick<App, 'database'>, typed: string) {
  if ((await findStore(app, typed)) !== null) return ok({ kind: 'one', id: typed } as const);
  return chosen(
    await searchStores(app, { text: typed }),
    refuse('directory.store-not-found', { name: typed }),
  );
}

function chosen<Found extends FoundOrganisation>(
  search: Result<SearchPage<Found>>,
  none: ReturnType<typeof refuse>,
): Result<Resolved<Found>> {
  if (isRefused(search)) return search;
  const [first, ...others] = search.ok.found;
  if (!first) return none;
  if (others.length === 0 && !search.ok.guessed) return ok({ kind: 'one', id: first.id });
  return ok({ kind: 'several', page: search.ok });
}
