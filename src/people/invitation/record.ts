import type { App } from '../../app.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Invitation, Redemption } from './judge.ts';
import { windowStart } from './lockout.ts';
import { accountKey } from './statements.ts';

export interface RedemptionKey {
  readonly account: AccountRef;
  readonly hash: string;
  readonly now: Date;
}

interface Row extends Omit<Redemption, 'invitation' | 'failures'> {
  readonly invitation: (Omit<Invitation, 'expiresAt'> & { readonly expiresAt: string }) | null;
  readonly failures: readonly string[];
}

/** Everything that decides about a code, in one statement. */
export async function loadRedemption(
  { database }: Pick<App, 'database'>,
  { account, hash, now }: RedemptionKey,
): Promise<Redemption> {
  const [row] = await database.query<Row>(Prisma.sql`
    WITH owner AS (
        SELECT principal_id FROM chat_account WHERE platform = ${account.platform}
          AND workspace = ${account.workspace} AND user_id = ${account.userId}),
      invited AS (
        SELECT i.id, i.organisation_id, o.name, o.kind, i.role, i.person_name, i.expires_at, i.redeemed_at
        FROM invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.code_hash = ${hash})
    SELECT
      (SELECT jsonb_build_object('id', id, 'organisationId', organisation_id, 'organisation', name, 'kind', kind,
         'role', role, 'personName', person_name, 'expiresAt', expires_at, 'redeemed', redeemed_at IS NOT NULL)
       FROM invited) AS invitation,
      (SELECT principal_id FROM owner) AS "principalId",
      EXISTS (SELECT 1 FROM membership m JOIN owner USING (principal_id) JOIN invited USING (organisation_id)
        WHERE m.role = invited.role) AS "alreadyMember",
      (SELECT coalesce(jsonb_agg(failed_at), '[]') FROM link_failure
       WHERE account = ${accountKey(account)} AND failed_at > ${windowStart(now)}) AS failures`);
  if (!row) throw new Error('A query without FROM returned no row.');
  const { invitation, failures, ...rest } = row;
  return {
    ...rest,
    invitation: invitation && { ...invitation, expiresAt: new Date(invitation.expiresAt) },
    failures: failures.map((failed) => new Date(failed)),
  };
}
