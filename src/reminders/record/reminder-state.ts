import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

/** How the reminders of one case stand for one person, for their card. */
export interface ReminderState {
  /** The rung that reached them last in this wait. */
  readonly rung: string;
  /** How many that rung went to. */
  readonly people: number;
  readonly snoozes: number;
  readonly snoozedUntil: Date | null;
  /** Somebody has said that they are on it. */
  readonly onIt: boolean;
}

/** Null where nothing of the present wait has reached them. */
export async function reminderState(
  { database }: Pick<App, 'database'>,
  reportId: string,
  receiver: string,
): Promise<ReminderState | null> {
  const [row] = await database.query<ReminderState>(Prisma.sql`
    SELECT m.rung, coalesce(m.people, 1) AS people, coalesce(q.snoozes, 0) AS snoozes,
      q.snoozed_until AS "snoozedUntil",
      EXISTS (SELECT FROM reminder_quiet o WHERE o.object = m.object AND o.state_seq = m.state_seq
        AND o.on_it_at IS NOT NULL) AS "onIt"
    FROM ${reachedInThisWait(reportId, receiver)} m
      LEFT JOIN reminder_quiet q ON q.object = m.object AND q.state_seq = m.state_seq AND q.receiver = m.receiver`);
  return row ?? null;
}

/** The reminder that reached the receiver last since the case began to wait, as a table of one row or none. */
export const reachedInThisWait = (reportId: string, receiver: string): Prisma.Sql => Prisma.sql`
  (SELECT m.* FROM reminder m JOIN report r ON r.id = m.object
    WHERE m.object = ${reportId} AND m.receiver = ${receiver} AND m.outcome IN ('SENT', 'DIGEST')
      AND m.rung NOT LIKE 'told.%' AND m.due_at > r.state_since
    ORDER BY m.settled_at DESC, m.due_at DESC LIMIT 1)`;
