import type { AccountRef } from '../../chat/incoming.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { type AccountLink, type LinkSide, linkDeadline, type NamedAccount } from './account-link.ts';

/** Code of the `Conflict` when the link, or an account of it, is not as it was read any more. */
export const LINK_CHANGED = 'link-changed';

export const isAccount = ({ platform, workspace, userId }: AccountRef): Prisma.Sql =>
  Prisma.sql`platform = ${platform} AND workspace = ${workspace} AND user_id = ${userId}`;

const OPEN = Prisma.sql`linked_at IS NULL AND cancelled_at IS NULL`;

/** A newer code, or an account that is taken away, ends whatever the account had begun. */
export const endOpenLinks = (asker: AccountRef, at: Date): Prisma.Sql =>
  Prisma.sql`UPDATE account_link SET cancelled_at = ${at} WHERE ${isAccount(asker)} AND ${OPEN}`;

export interface NewLink {
  readonly id: string;
  readonly codeHash: string;
  readonly principalId: string;
  readonly asker: NamedAccount;
  readonly at: Date;
}

export const newLink = ({ id, codeHash, principalId, asker, at }: NewLink): Prisma.Sql => Prisma.sql`
  INSERT INTO account_link (id, code_hash, principal_id, platform, workspace, user_id, name, created_at, expires_at)
  VALUES (${id}, ${codeHash}, ${principalId}, ${asker.platform}, ${asker.workspace}, ${asker.userId}, ${asker.name},
          ${at}, ${linkDeadline(at)})`;

/** Compare-and-set: of two accounts that hand in one code, the second gets `LINK_CHANGED`. */
export const claimed = (link: AccountLink, other: NamedAccount, at: Date): Prisma.Sql => Prisma.sql`
  WITH taken AS (
    UPDATE account_link SET other_platform = ${other.platform}, other_workspace = ${other.workspace},
      other_user_id = ${other.userId}, other_name = ${other.name}, claimed_at = ${at}, expires_at = ${linkDeadline(at)}
    WHERE id = ${link.id} AND claimed_at IS NULL AND ${OPEN} AND expires_at > ${at} RETURNING id)
  SELECT expect_rows((SELECT count(*) FROM taken), 1, ${LINK_CHANGED}::text)`;

const CONFIRMED = {
  asker: { own: Prisma.sql`confirmed_at`, others: Prisma.sql`other_confirmed_at` },
  other: { own: Prisma.sql`other_confirmed_at`, others: Prisma.sql`confirmed_at` },
} as const satisfies Record<LinkSide, unknown>;

export interface Confirming {
  readonly link: AccountLink;
  readonly side: LinkSide;
  /** The other side has confirmed already, so that this one is the last. */
  readonly completes: boolean;
  readonly at: Date;
}

/** Compare-and-set, also on what the other side had done: of two who confirm at once, one is the last. */
export function confirmed({ link, side, completes, at }: Confirming): Prisma.Sql {
  const { own, others } = CONFIRMED[side];
  return Prisma.sql`
    WITH taken AS (
      UPDATE account_link SET ${own} = ${at}, linked_at = ${completes ? at : null}::timestamptz
      WHERE id = ${link.id} AND ${own} IS NULL AND (${others} IS NOT NULL) = ${completes} AND claimed_at IS NOT NULL
        AND ${OPEN} AND expires_at > ${at} RETURNING id)
    SELECT expect_rows((SELECT count(*) FROM taken), 1, ${LINK_CHANGED}::text)`;
}

/** The other account becomes the owner's, as long as the one that asked still is. */
export const joined = (
  { principalId, asker }: AccountLink,
  other: AccountRef,
  at: Date,
): Prisma.Sql => Prisma.sql`
  WITH asker AS (
      SELECT principal_id FROM chat_account WHERE ${isAccount(asker)} AND principal_id = ${principalId} FOR SHARE),
    made AS (
      INSERT INTO chat_account (platform, workspace, user_id, principal_id, linked_at)
      SELECT ${other.platform}, ${other.workspace}, ${other.userId}, principal_id, ${at}::timestamptz FROM asker
      RETURNING user_id)
  SELECT expect_rows((SELECT count(*) FROM made), 1, ${LINK_CHANGED}::text)`;

export const cancelled = ({ id }: AccountLink, at: Date): Prisma.Sql => Prisma.sql`
  WITH ended AS (UPDATE account_link SET cancelled_at = ${at} WHERE id = ${id} AND ${OPEN} RETURNING id)
  SELECT expect_rows((SELECT count(*) FROM ended), 1, ${LINK_CHANGED}::text)`;
