import type { App } from '../../app.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { windowStart } from '../invitation/lockout.ts';
import { accountKey } from '../invitation/statements.ts';
import type { AccountLink } from './account-link.ts';
import type { Claim } from './judge.ts';

type Reads = Pick<App, 'database'>;
type LinkRow = Omit<AccountLink, 'expiresAt'> & { readonly expiresAt: string };

const LINK = Prisma.sql`
  jsonb_build_object('id', l.id, 'principalId', l.principal_id, 'ownerName', p.display_name,
    'asker', jsonb_build_object('platform', l.platform, 'workspace', l.workspace, 'userId', l.user_id,
      'name', l.name),
    'askerLinked', EXISTS (SELECT FROM chat_account a WHERE a.platform = l.platform AND a.workspace = l.workspace
      AND a.user_id = l.user_id AND a.principal_id = l.principal_id),
    'other', CASE WHEN l.claimed_at IS NOT NULL THEN jsonb_build_object('platform', l.other_platform,
      'workspace', l.other_workspace, 'userId', l.other_user_id, 'name', l.other_name) END,
    'otherOwner', (SELECT o.principal_id FROM chat_account o WHERE o.platform = l.other_platform
      AND o.workspace = l.other_workspace AND o.user_id = l.other_user_id),
    'expiresAt', l.expires_at, 'confirmed', l.confirmed_at IS NOT NULL,
    'otherConfirmed', l.other_confirmed_at IS NOT NULL, 'linked', l.linked_at IS NOT NULL,
    'cancelled', l.cancelled_at IS NOT NULL)
  FROM account_link l JOIN principal p ON p.id = l.principal_id`;

const linkOf = (row: LinkRow): AccountLink => ({ ...row, expiresAt: new Date(row.expiresAt) });

export async function loadLink({ database }: Reads, id: string): Promise<AccountLink | null> {
  const [row] = await database.query<{ link: LinkRow | null }>(
    Prisma.sql`SELECT (SELECT ${LINK} WHERE l.id = ${id}) AS link`,
  );
  return row?.link ? linkOf(row.link) : null;
}

export interface ClaimKey {
  readonly account: AccountRef;
  readonly hash: string;
  readonly now: Date;
}

/** Everything that decides about a code, in one statement; null when it is no code of this kind. */
export async function loadClaim(
  { database }: Reads,
  { account, hash, now }: ClaimKey,
): Promise<Claim | null> {
  const [row] = await database.query<ClaimRow>(Prisma.sql`
    SELECT (SELECT ${LINK} WHERE l.code_hash = ${hash}) AS link,
      (SELECT principal_id FROM chat_account WHERE platform = ${account.platform}
        AND workspace = ${account.workspace} AND user_id = ${account.userId}) AS owner,
      (SELECT coalesce(jsonb_agg(failed_at), '[]') FROM link_failure
       WHERE account = ${accountKey(account)} AND failed_at > ${windowStart(now)}) AS failures`);
  if (!row?.link) return null;
  const failures = row.failures.map((failed) => new Date(failed));
  return { link: linkOf(row.link), account, owner: row.owner, failures };
}

interface ClaimRow {
  readonly link: LinkRow | null;
  readonly owner: string | null;
  readonly failures: readonly string[];
}

/** Every account of a person, the one that was linked first coming first. */
export function accountsOf({ database }: Reads, principalId: string): Promise<AccountRef[]> {
  return database.query<AccountRef>(Prisma.sql`
    SELECT platform, workspace, user_id AS "userId" FROM chat_account WHERE principal_id = ${principalId}
    ORDER BY linked_at, platform, workspace, user_id`);
}
