import type { App } from '../../app.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { PrincipalId } from '../principal.ts';
import { isAccount } from './statements.ts';

/** What is told of an account that was taken away. */
export const UNLINKED_VIEW = 'account-unlinked';
/** Code of the `Conflict` when the accounts of the person are not as they were read any more. */
export const UNLINK_CHANGED = 'unlink-changed';

export interface TakingAway {
  readonly account: AccountRef;
  readonly owner: PrincipalId;
  /** Only a lead leaves somebody without any account. */
  readonly mayBeLast: boolean;
}

/** The owner's accounts go one after the other: two that went at once would otherwise each take the other for what is left. */
export const takenAway = ({ account, owner, mayBeLast }: TakingAway): readonly Prisma.Sql[] => [
  Prisma.sql`SELECT id FROM principal WHERE id = ${owner} FOR UPDATE`,
  Prisma.sql`
    WITH gone AS (
      DELETE FROM chat_account WHERE ${isAccount(account)} AND principal_id = ${owner}
        AND (${mayBeLast} OR (SELECT count(*) FROM chat_account WHERE principal_id = ${owner}) > 1)
      RETURNING user_id)
    SELECT expect_rows((SELECT count(*) FROM gone), 1, ${UNLINK_CHANGED}::text)`,
];

export interface Kept {
  readonly id: string;
  readonly account: AccountRef;
  readonly owner: PrincipalId;
  readonly by: PrincipalId;
  readonly at: Date;
}

export const kept = ({ id, account, owner, by, at }: Kept): Prisma.Sql => Prisma.sql`
  INSERT INTO unlinked_account (id, platform, workspace, user_id, principal_id, unlinked_by, unlinked_at)
  VALUES (${id}, ${account.platform}, ${account.workspace}, ${account.userId}, ${owner}, ${by}, ${at})`;

/**
 * What stands in the private conversation of an account that is nobody's is drawn no more. Cards from before it was noted
 * in whose conversation they stand go by their platform.
 */
export const cardsForgotten = (
  { platform, userId }: AccountRef,
  owner: PrincipalId,
): Prisma.Sql => Prisma.sql`
  DELETE FROM posted_card
  WHERE principal_id = ${owner} AND platform = ${platform} AND (user_id = ${userId} OR user_id IS NULL)`;

/** An account that was taken away, as it is told. */
export interface UnlinkedAccount {
  readonly account: AccountRef;
  readonly owner: PrincipalId;
  readonly ownerName: string;
  readonly by: PrincipalId;
  readonly byName: string;
  readonly at: Date;
}

interface Row extends AccountRef, Omit<UnlinkedAccount, 'account'> {}

export async function loadUnlinked(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<UnlinkedAccount | null> {
  const [row] = await database.query<Row>(Prisma.sql`
    SELECT u.platform, u.workspace, u.user_id AS "userId", u.principal_id AS owner, p.display_name AS "ownerName",
      u.unlinked_by AS by, b.display_name AS "byName", u.unlinked_at AS at
    FROM unlinked_account u JOIN principal p ON p.id = u.principal_id JOIN principal b ON b.id = u.unlinked_by
    WHERE u.id = ${id}`);
  if (!row) return null;
  const { platform, workspace, userId, ...rest } = row;
  return { account: { platform, workspace, userId }, ...rest };
}
