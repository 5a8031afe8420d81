import type { App } from '../../../app.ts';
import { owe } from '../../../delivery/owe.ts';
import type { OwedMessage } from '../../../delivery/view.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { AccountRef } from '../../incoming.ts';
import { heldFor, heldSince } from './hold.ts';
import { HELD_VIEW } from './view.ts';

interface Held {
  readonly handleId: string;
  readonly subject: string;
  readonly stateSeq: number;
}

/**
 * The statements that offer an account again what it pressed too early, for the change that links it. Whether its owner is
 * entitled shows when each offer is drawn: where the button is not theirs, nothing is sent.
 */
export async function offerHeldClicks(
  { database, queue }: Pick<App, 'database' | 'queue'>,
  account: AccountRef,
  at: Date,
): Promise<readonly Prisma.Sql[]> {
  const held = await database.query<Held>(Prisma.sql`
    SELECT c.handle_id AS "handleId", h.subject, h.state_seq AS "stateSeq"
    FROM held_click c JOIN action_handle h ON h.id = c.handle_id
    WHERE ${heldFor(account)} AND c.held_at > ${heldSince(at)} ORDER BY c.held_at, c.handle_id`);
  if (held.length === 0) return [];
  const { platform, workspace, userId } = account;
  const messages = held.map(
    ({ handleId, subject, stateSeq }): OwedMessage => ({
      view: `${HELD_VIEW}:${handleId}`,
      subject,
      stateSeq,
      rule: `held:${handleId}`,
      receiver: { kind: 'account', account: { platform, workspace, userId } },
    }),
  );
  return [
    Prisma.sql`DELETE FROM held_click WHERE ${heldFor(account)}`,
    ...owe(queue, { messages, redraw: [] }, at),
  ];
}
