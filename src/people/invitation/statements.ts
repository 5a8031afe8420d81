import type { AccountRef } from '../../chat/incoming.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { PrincipalId } from '../principal.ts';
import type { Invitation } from './judge.ts';
import { FAILURES_ALLOWED, windowStart } from './lockout.ts';

/** Code of the `Conflict` when the account was locked after it had been read. */
export const LOCKED = 'link-locked';
/** Code of the `Conflict` when somebody else was first to hand in the invitation. */
export const CODE_TAKEN = 'code-taken';

export interface Joining {
  readonly invitation: Invitation;
  readonly principalId: PrincipalId;
  readonly account: AccountRef;
  readonly at: Date;
}

/** The name under which failures of an account are counted. */
export const accountKey = ({ platform, workspace, userId }: AccountRef): string =>
  JSON.stringify([platform, workspace, userId]);

/** Tries of one account go one after the other: many at once would otherwise all count as the first. */
export function unlocked(account: AccountRef, at: Date): Prisma.Sql[] {
  const key = accountKey(account);
  const since = windowStart(at);
  return [
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`link ${key}`}, 0))::text`,
    Prisma.sql`DELETE FROM link_failure WHERE account = ${key} AND failed_at <= ${since}`,
    Prisma.sql`
      SELECT expect_rows(
        (SELECT (count(*) >= ${FAILURES_ALLOWED}::int)::int::bigint FROM link_failure WHERE account = ${key}),
        0, ${LOCKED}::text)`,
  ];
}

export function failure(account: AccountRef, at: Date): Prisma.Sql[] {
  const key = accountKey(account);
  return [
    ...unlocked(account, at),
    Prisma.sql`INSERT INTO link_failure (account, failed_at) VALUES (${key}, ${at})`,
  ];
}

/** Compare-and-set: of two who hand in one code, the second gets `CODE_TAKEN`. */
export const redeemed = ({ invitation, principalId, at }: Joining): Prisma.Sql => Prisma.sql`
  WITH taken AS (
    UPDATE invitation SET redeemed_at = ${at}, redeemed_by = ${principalId}
    WHERE id = ${invitation.id} AND redeemed_at IS NULL AND expires_at > ${at} RETURNING id)
  SELECT expect_rows((SELECT count(*) FROM taken), 1, ${CODE_TAKEN}::text)`;

export const newPrincipal = ({ invitation, principalId, at }: Joining): Prisma.Sql => Prisma.sql`
  INSERT INTO principal (id, display_name, created_at) VALUES (${principalId}, ${invitation.personName}, ${at})`;

export const newAccount = ({ account, principalId, at }: Joining): Prisma.Sql => Prisma.sql`
  INSERT INTO chat_account (platform, workspace, user_id, principal_id, linked_at)
  VALUES (${account.platform}, ${account.workspace}, ${account.userId}, ${principalId}, ${at})`;

export const newMembership = ({ invitation, principalId, at }: Joining): Prisma.Sql => Prisma.sql`
  INSERT INTO membership (principal_id, organisation_id, role, since)
  VALUES (${principalId}, ${invitation.organisationId}, ${invitation.role}, ${at})`;
