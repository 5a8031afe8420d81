import type { ItemDeps } from '../../src/directory/actions/items/item-change.ts';
import { searchColumns } from '../../src/directory/search/keys.ts';
import type { Actor, Role } from '../../src/people/principal.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';

export const NOW = new Date('2026-05-06T04:00:00Z');

/** What the directory's actions need, with ids that count. */
export function depsOn(database: Database): ItemDeps {
  let last = 0;
  const next = (prefix: string) => {
    last += 1;
    return `${prefix}_${String(last).padStart(4, '0')}`;
  };
  return { database, clock: { now: () => NOW }, ids: { next } };
}

export const actor = (role: Role, organisationId: string, principalId = 'pr_1'): Actor => ({
  principalId,
  memberships: [{ role, organisationId }],
});

interface GivenOrganisation {
  readonly id: string;
  readonly name: string;
  /** Default: the name. */
  readonly legalEntity?: string;
}

interface GivenProvider extends GivenOrganisation {
  readonly recognisedUntil?: string;
  readonly barred?: boolean;
}

/** Providers on record; say what matters to the test. */
export async function givenProviders(
  database: Database,
  ...providers: readonly GivenProvider[]
): Promise<void> {
  await database.change(
    providers.flatMap((provider) => [
      organisation('PROVIDER', provider),
      Prisma.sql`INSERT INTO provider (id, recognised_until, barred_at, categories)
        VALUES (${provider.id}, ${provider.recognisedUntil ?? '2027-12-31'}::date,
          ${provider.barred ? NOW.toISOString() : null}::timestamptz, '{BEAUTY_SKINCARE,TOYS}')`,
    ]),
  );
}

export async function givenStores(
  database: Database,
  ...stores: readonly GivenOrganisation[]
): Promise<void> {
  await database.change(
    stores.flatMap((store) => [
      organisation('STORE', store),
      Prisma.sql`INSERT INTO store (id, categories) VALUES (${store.id}, '{TOYS}')`,
    ]),
  );
}

function organisation(
  kind: 'STORE' | 'PROVIDER',
  { id, name, legalEntity = name }: GivenOrganisation,
): Prisma.Sql {
  const { searchName, searchKeys } = searchColumns(name, legalEntity);
  return Prisma.sql`
    INSERT INTO organisation (id, kind, name, legal_entity, search_name, search_keys, created_at)
    VALUES (${id}, ${kind}, ${name}, ${legalEntity}, ${searchName}, ${[...searchKeys]}::text[], ${NOW})`;
}
