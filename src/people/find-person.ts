import type { App } from '../app.ts';
import type { Person } from '../chat/conversation.ts';
import type { AccountRef } from '../chat/incoming.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { LastUse } from './last-use.ts';
import { type Membership, ROLES, type Role } from './principal.ts';
import { sharesAccountsWith } from './shared-accounts.ts';

/** A person and what they chose in `/settings`. */
export interface KnownPerson {
  readonly person: Person;
  /** Null follows the chat account. */
  readonly locale: string | null;
  readonly zone: string | null;
  /** Minutes after midnight in the person's zone. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly lastUse: LastUse;
}

interface Row {
  readonly id: string;
  readonly display_name: string;
  readonly locale: string | null;
  readonly time_zone: string | null;
  readonly opens_at: number;
  readonly closes_at: number;
  readonly shares: readonly string[];
  readonly here: Date | null;
  readonly elsewhere: Date | null;
  readonly memberships: readonly { readonly organisationId: string; readonly role: string }[];
}

/**
 * Whoever is behind a chat account, with every membership: one indexed statement, asked for each request and kept
 * nowhere, so that a role that was taken away is gone with the next click. Null: linked to nobody.
 */
export async function findPerson(
  { database }: Pick<App, 'database'>,
  { platform, workspace, userId }: AccountRef,
): Promise<KnownPerson | null> {
  const [row] = await database.query<Row>(Prisma.sql`
    SELECT p.id, p.display_name, p.locale, p.time_zone, p.opens_at, p.closes_at,
      ${sharesAccountsWith(Prisma.sql`p.id`)} AS shares,
      a.last_used_at AS here,
      (SELECT max(o.last_used_at) FROM chat_account o WHERE o.principal_id = p.id
         AND (o.platform, o.workspace, o.user_id) <> (a.platform, a.workspace, a.user_id)) AS elsewhere,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role)
         ORDER BY m.since, m.organisation_id, m.role), '[]')
       FROM membership m WHERE m.principal_id = p.id) AS memberships
    FROM chat_account a JOIN principal p ON p.id = a.principal_id
    WHERE a.platform = ${platform} AND a.workspace = ${workspace} AND a.user_id = ${userId}`);
  return row ? known(row) : null;
}

function known(row: Row): KnownPerson {
  return {
    person: {
      principalId: row.id,
      displayName: row.display_name,
      memberships: row.memberships.filter(isMembership),
      ...(row.shares.length === 0 ? {} : { sharesAccountsWith: row.shares }),
    },
    locale: row.locale,
    zone: row.time_zone,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    lastUse: { here: row.here, elsewhere: row.elsewhere },
  };
}

const isMembership = (row: { readonly organisationId: string; readonly role: string }): row is Membership =>
  isRole(row.role);

export const isRole = (value: string): value is Role => ROLES.some((role) => role === value);
