import type { App } from '../app.ts';
import {
  type FoundOrganisation,
  type SearchPage,
  searchProviders,
  searchStores,
} from '../directory/search/search.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { isRefused, type Result } from '../result.ts';
import type { Organisation } from './invitation/offer.ts';
import type { OrganisationId, OrganisationKind } from './principal.ts';

/** In the order of their names. */
export function organisationsById(
  { database }: Pick<App, 'database'>,
  ids: readonly OrganisationId[],
): Promise<Organisation[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.query<Organisation>(Prisma.sql`
    SELECT id, name, kind FROM organisation WHERE id IN (${Prisma.join([...ids])}) ORDER BY name, id`);
}

export interface NamedOrganisations {
  readonly found: readonly Organisation[];
  /** True: nothing has the name; these have one like it. */
  readonly guessed: boolean;
}

/** The name or id as it was typed, in any case; otherwise what the directory finds, at most `limit`. */
export async function organisationsNamed(
  deps: Pick<App, 'database' | 'clock'>,
  typed: string,
  limit: number,
): Promise<NamedOrganisations> {
  const name = typed.trim();
  const exact = await deps.database.query<Organisation>(Prisma.sql`
    SELECT id, name, kind FROM organisation WHERE id = ${name} OR lower(name) = lower(${name})
    ORDER BY id LIMIT ${limit}::int`);
  if (exact.length > 0) return { found: exact, guessed: false };
  const [stores, providers] = await Promise.all([
    searchStores(deps, { text: name }),
    searchProviders(deps, { text: name }),
  ]);
  const searches = [ofKind('STORE', stores), ofKind('PROVIDER', providers)];
  const certain = searches.filter(({ guessed }) => !guessed).flatMap(({ found }) => found);
  const guesses = searches.filter(({ guessed }) => guessed).flatMap(({ found }) => found);
  return certain.length > 0
    ? { found: certain.slice(0, limit), guessed: false }
    : { found: guesses.slice(0, limit), guessed: guesses.length > 0 };
}

/** A search for no letter at all is refused, and has found nothing. */
function ofKind(kind: OrganisationKind, search: Result<SearchPage<FoundOrganisation>>): NamedOrganisations {
  if (isRefused(search)) return { found: [], guessed: false };
  const { found, guessed } = search.ok;
  return { found: found.map(({ id, name }) => ({ id, name, kind })), guessed };
}
