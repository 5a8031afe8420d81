import type { App } from '../../app.ts';
import { handled } from '../../chat/requests/handled.ts';
import type { PrincipalId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { type Reminded, reachedInThisWait, standsAt } from '../record/reminder-state.ts';

export interface OnItInput {
  readonly reminded: Reminded;
  /** What the button showed. */
  readonly stateSeq: number;
  readonly principalId: PrincipalId;
  readonly requestId: string;
}

/**
 * Somebody has begun: nobody is reminded of this wait until a rung that escalates. Refused with
 * `reminders.nothing-to-snooze` once the case has moved on.
 */
export async function sayOnIt(
  { database, clock, queue }: Pick<App, 'database' | 'clock' | 'queue'>,
  { reminded, stateSeq, principalId, requestId }: OnItInput,
): Promise<Result<null>> {
  const now = clock.now();
  try {
    await database.change([
      handled(requestId, now),
      Prisma.sql`
        WITH quiet AS (
          INSERT INTO reminder_quiet AS q (object, state_seq, receiver, on_it_at)
          SELECT m.object, m.state_seq, m.receiver, ${now}::timestamptz
          FROM ${reachedInThisWait(reminded, principalId)} m
          WHERE ${standsAt(reminded, stateSeq)}
          ON CONFLICT (object, state_seq, receiver) DO UPDATE SET on_it_at = coalesce(q.on_it_at, excluded.on_it_at)
          RETURNING object)
        SELECT expect_rows((SELECT count(*) FROM quiet), 1, ${NO_WAIT})`,
      queue.statementFor('redraw', [{ subjects: [reminded.object] }]),
    ]);
    return ok(null);
  } catch (error) {
    if (error instanceof Conflict && error.code === NO_WAIT) return refuse('reminders.nothing-to-snooze');
    throw error;
  }
}

const NO_WAIT = 'no-wait';
