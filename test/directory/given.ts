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

/** A report of the pair that stands in this state. */
export async function givenReport(
  { prisma }: Database,
  { id, state, storeId, providerId }: Record<'id' | 'state' | 'storeId' | 'providerId', string>,
): Promise<void> {
  const [start, end] = [new Date('2026-06-01'), new Date('2027-05-31')];
  await prisma.report.create({
    data: {
      ...{ id, storeId, providerId, state, stateSeq: 1, stateSince: NOW, createdAt: NOW, rules: {} },
      ...{ entryChannel: 'REPORT', serviceItemIds: [], serviceScope: ['OPERATIONS'], primaryOperator: false },
      ...{ purchaseStart: start, purchaseMonths: 12 },
      ...{ reportingStart: start, reportingMonths: 12, reportingEnd: end },
    },
  });
}

interface GivenPerson {
  readonly user: string;
  readonly role: Role;
  readonly at: string;
  readonly locale?: 'en' | 'zh';
}

/** People whose Slack account is called like them; their organisations must be on record, but for the platform. */
export async function givenPeople(database: Database, people: readonly GivenPerson[]): Promise<void> {
  await database.query(Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
    VALUES ('platform', 'PLATFORM', 'Platform', 'Platform', ${NOW}) ON CONFLICT DO NOTHING`);
  for (const { user, role, at, locale = 'en' } of people) {
    await database.change([
      Prisma.sql`INSERT INTO principal (id, display_name, locale, created_at) VALUES (${user}, ${user}, ${locale}, ${NOW})`,
      Prisma.sql`INSERT INTO membership (principal_id, organisation_id, role, since) VALUES (${user}, ${at}, ${role}, ${NOW})`,
      Prisma.sql`INSERT INTO chat_account (platform, workspace, user_id, principal_id, linked_at)
        VALUES ('slack', 'T1', ${user}, ${user}, ${NOW})`,
    ]);
  }
}
