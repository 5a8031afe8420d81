import type { App } from '../app.ts';
import type { AccountRef } from '../chat/incoming.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { isRole } from './find-person.ts';
import type { PrincipalId, Role } from './principal.ts';

/** What somebody is shown of themselves. */
export interface Profile {
  readonly displayName: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** Minutes after midnight in the person's zone. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly roles: readonly {
    readonly role: Role;
    readonly organisationId: string;
    readonly organisation: string;
  }[];
  /** The one that was linked first comes first. */
  readonly accounts: readonly AccountRef[];
}

/** Null when there is no such principal. */
export async function profileOf(
  { database }: Pick<App, 'database'>,
  principalId: PrincipalId,
): Promise<Profile | null> {
  const [row] = await database.query<ProfileRow>(Prisma.sql`
    SELECT display_name AS "displayName", locale, time_zone AS "timeZone", opens_at AS "opensAt",
      closes_at AS "closesAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'organisationId', o.id, 'organisation', o.name)
         ORDER BY m.since, o.name, m.role), '[]')
       FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.principal_id = p.id) AS roles,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('platform', a.platform, 'workspace', a.workspace,
         'userId', a.user_id) ORDER BY a.linked_at), '[]')
       FROM chat_account a WHERE a.principal_id = p.id) AS accounts
    FROM principal p WHERE p.id = ${principalId}`);
  return row ? { ...row, roles: row.roles.flatMap((each) => ofRole(each)) } : null;
}

interface RoleRow {
  readonly role: string;
  readonly organisationId: string;
  readonly organisation: string;
}

type ProfileRow = Omit<Profile, 'roles'> & { readonly roles: readonly RoleRow[] };

const ofRole = ({ role, organisationId, organisation }: RoleRow): Profile['roles'] =>
  isRole(role) ? [{ role, organisationId, organisation }] : [];
