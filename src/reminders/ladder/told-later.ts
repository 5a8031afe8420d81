import { receiverKey } from '../../delivery/receiver.ts';
import type { OwedMessage } from '../../delivery/view.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { toldRung } from './rungs.ts';

/** Messages that wait for their receivers' working hours; the sweep owes them then, under the same identity. */
export function toldLater(messages: readonly OwedMessage[], at: Date): readonly Prisma.Sql[] {
  if (messages.length === 0) return [];
  const rows = messages.map(({ subject, stateSeq, rule, receiver }) => ({
    object: subject,
    state_seq: stateSeq,
    rung: toldRung(rule),
    receiver: receiverKey(receiver),
  }));
  return [
    Prisma.sql`
      WITH told AS (
        INSERT INTO reminder (object, state_seq, rung, receiver, due_at, people)
        SELECT object, state_seq, rung, receiver, ${at}::timestamptz, 1
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS t(object text, state_seq int, rung text, receiver text)
        ON CONFLICT DO NOTHING RETURNING receiver)
      INSERT INTO reminder_desk (receiver, claimed_until)
      SELECT DISTINCT receiver, '-infinity'::timestamptz FROM told ON CONFLICT DO NOTHING`,
  ];
}
