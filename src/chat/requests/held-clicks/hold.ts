import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { AccountRef } from '../../incoming.ts';

/** So long a click waits for its account to be linked. */
export const HELD_HOURS = 24;
/** What somebody may still remember pressing; older clicks give way. */
const HELD_PER_ACCOUNT = 5;

export const heldSince = (now: Date): Date => new Date(now.getTime() - HELD_HOURS * 60 * 60 * 1000);

export const heldFor = ({ platform, workspace, userId }: AccountRef): Prisma.Sql =>
  Prisma.sql`platform = ${platform} AND workspace = ${workspace} AND user_id = ${userId}`;

/** Notes what an account pressed that nobody owns yet. It is never carried out from here, only offered again. */
export async function holdClick(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  account: AccountRef,
  handleId: string,
): Promise<void> {
  const { platform, workspace, userId } = account;
  await database.change([
    Prisma.sql`
      INSERT INTO held_click (platform, workspace, user_id, handle_id, held_at)
      VALUES (${platform}, ${workspace}, ${userId}, ${handleId}, ${clock.now()})
      ON CONFLICT (platform, workspace, user_id, handle_id) DO UPDATE SET held_at = excluded.held_at`,
    Prisma.sql`
      DELETE FROM held_click WHERE ${heldFor(account)} AND handle_id IN (
        SELECT handle_id FROM held_click WHERE ${heldFor(account)}
        ORDER BY held_at DESC, handle_id OFFSET ${HELD_PER_ACCOUNT}::int)`,
  ]);
}

export const forgetHeld = (now: Date): Prisma.Sql =>
  Prisma.sql`DELETE FROM held_click WHERE held_at <= ${heldSince(now)}`;
