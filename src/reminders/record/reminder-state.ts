import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

/** A case that is reminded of. */
export interface Reminded {
  /** Its name among the reminders and the standing cards. */
  readonly object: string;
  /** A table of one row: its `state_seq`, and since when it has waited, `state_since`. */
  readonly standing: Prisma.Sql;
}

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
  reminded: Reminded,
  receiver: string,
): Promise<ReminderState | null> {
  const [row] = await database.query<ReminderState>(Prisma.sql`
    SELECT m.rung, coalesce(m.people, 1) AS people, coalesce(q.snoozes, 0) AS snoozes,
      q.snoozed_until AS "snoozedUntil",
      EXISTS (SELECT FROM reminder_quiet o WHERE o.object = m.object AND o.state_seq = m.state_seq
        AND o.on_it_at IS NOT NULL) AS "onIt"
    FROM ${reachedInThisWait(reminded, receiver)} m
      LEFT JOIN reminder_quiet q ON q.object = m.object AND q.state_seq = m.state_seq AND q.receiver = m.receiver`);
  return row ?? null;
}

/** The reminder that reached the receiver last since the case began to wait, as a table of one row or none. */
export const reachedInThisWait = ({ object, standing }: Reminded, receiver: string): Prisma.Sql => Prisma.sql`
  (SELECT m.* FROM reminder m CROSS JOIN (${standing}) w
    WHERE m.object = ${object} AND m.receiver = ${receiver} AND m.outcome IN ('SENT', 'DIGEST')
      AND m.rung NOT LIKE 'told.%' AND m.due_at > w.state_since
    ORDER BY m.settled_at DESC, m.due_at DESC LIMIT 1)`;

/** Whether the case stands as the button showed it. */
export const standsAt = ({ standing }: Reminded, stateSeq: number): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM (${standing}) w WHERE w.state_seq = ${stateSeq}::int)`;
