import type { App } from '../../src/app.ts';
import type { Person } from '../../src/chat/conversation.ts';
import type { AccountRef } from '../../src/chat/incoming.ts';
import { searchColumns } from '../../src/directory/search/keys.ts';
import { type OrganisationKind, ROLE_ORGANISATION, type Role } from '../../src/people/principal.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';

type Writes = Pick<App, 'database' | 'clock'>;

export async function organisation(
  { database, clock }: Writes,
  id: string,
  kind: OrganisationKind,
): Promise<void> {
  const [name, legalEntity] = [`Name of ${id}`, `${id} Ltd`] as const;
  const { searchName, searchKeys } = searchColumns(name, legalEntity);
  await database.change([
    Prisma.sql`
      INSERT INTO organisation (id, kind, name, legal_entity, search_name, search_keys, created_at)
      VALUES (${id}, ${kind}, ${name}, ${legalEntity}, ${searchName}, ${[...searchKeys]}::text[], ${clock.now()})
      ON CONFLICT (id) DO NOTHING`,
    ...partOf(id, kind),
  ]);
}

/** What makes an organisation a store or a provider. */
function partOf(id: string, kind: OrganisationKind): readonly Prisma.Sql[] {
  if (kind === 'STORE') return [Prisma.sql`INSERT INTO store (id) VALUES (${id}) ON CONFLICT DO NOTHING`];
  if (kind === 'PLATFORM') return [];
  return [
    Prisma.sql`INSERT INTO provider (id, recognised_until) VALUES (${id}, '2027-12-31') ON CONFLICT DO NOTHING`,
  ];
}

export interface Newcomer {
  readonly account: AccountRef;
  readonly role: Role;
  /** Made if it is not there yet. */
  readonly at: string;
  readonly locale?: string;
}

/** A person who is linked already; the principal is called like the account. */
export async function person(app: Writes, { account, role, at, locale }: Newcomer): Promise<Person> {
  await organisation(app, at, ROLE_ORGANISATION[role]);
  const principalId = `prn_${account.userId}`;
  const now = app.clock.now();
  const displayName = `Person ${account.userId}`;
  await app.database.change([
    Prisma.sql`
      INSERT INTO principal (id, display_name, locale, created_at)
      VALUES (${principalId}, ${displayName}, ${locale ?? null}, ${now})`,
    Prisma.sql`
      INSERT INTO chat_account (platform, workspace, user_id, principal_id, linked_at)
      VALUES (${account.platform}, ${account.workspace}, ${account.userId}, ${principalId}, ${now})`,
    Prisma.sql`
      INSERT INTO membership (principal_id, organisation_id, role, since)
      VALUES (${principalId}, ${at}, ${role}, ${now})`,
  ]);
  return { principalId, displayName, memberships: [{ organisationId: at, role }] };
}

/** Nobody is there any more and nothing was asked: cheaper than another database. The audit trail stays, as it must. */
export async function depopulate({ database }: Pick<App, 'database'>): Promise<void> {
  await database.query(Prisma.sql`
    TRUNCATE organisation, principal, membership, chat_account, invitation, link_failure, incoming, form_draft CASCADE`);
}
