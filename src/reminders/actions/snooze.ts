import type { App } from '../../app.ts';
import { handled } from '../../chat/requests/handled.ts';
import type { PrincipalId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { addBusinessMinutes } from '../calendar/arithmetic.ts';
import { nextDayOpening } from '../calendar/opening.ts';
import { type Reminded, reachedInThisWait, standsAt } from '../record/reminder-state.ts';
import { calendarsOf } from '../sweep/hours.ts';

/** In two working hours, or when the next business day begins: never more than one business day. */
export const SNOOZES = ['hours', 'day'] as const;
export type Snooze = (typeof SNOOZES)[number];

const HOURS_MINUTES = 120;
/** For each wait; then the deadline is too near. */
export const MOST_SNOOZES = 2;

export interface SnoozeInput {
  readonly reminded: Reminded;
  /** What the button showed. */
  readonly stateSeq: number;
  readonly principalId: PrincipalId;
  readonly snooze: Snooze;
  readonly requestId: string;
}

type Needs = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * Moves somebody's own reminders of one wait; the deadline stays. Refused: `reminders.snoozed-twice`, and
 * `reminders.nothing-to-snooze` once the case has moved on.
 */
export async function snoozeReminders(
  app: Needs,
  input: SnoozeInput,
): Promise<Result<{ readonly until: Date }>> {
  const now = app.clock.now();
  const calendar = (await calendarsOf(app, [input.principalId]))(input.principalId);
  const until =
    input.snooze === 'hours'
      ? addBusinessMinutes(calendar, now, HOURS_MINUTES).at
      : nextDayOpening(calendar, now);
  try {
    await app.database.change([
      handled(input.requestId, now),
      snoozed(input, until),
      app.queue.statementFor('redraw', [{ subjects: [input.reminded.object] }]),
    ]);
    return ok({ until });
  } catch (error) {
    if (!(error instanceof Conflict && error.code === NOT_SNOOZED)) throw error;
    return (await waits(app, input))
      ? refuse('reminders.snoozed-twice')
      : refuse('reminders.nothing-to-snooze');
  }
}

const NOT_SNOOZED = 'not-snoozed';

/** The reminder comes back as a row of its own, so that its coming back survives a crash. */
function snoozed({ reminded, stateSeq, principalId }: SnoozeInput, until: Date): Prisma.Sql {
  return Prisma.sql`
    WITH quiet AS (
      INSERT INTO reminder_quiet AS q (object, state_seq, receiver, snoozes, snoozed_until)
      SELECT m.object, m.state_seq, m.receiver, 1, ${until}::timestamptz
      FROM ${reachedInThisWait(reminded, principalId)} m
      WHERE ${standsAt(reminded, stateSeq)}
      ON CONFLICT (object, state_seq, receiver) DO UPDATE
        SET snoozes = q.snoozes + 1, snoozed_until = excluded.snoozed_until WHERE q.snoozes < ${MOST_SNOOZES}::int
      RETURNING object, state_seq, receiver, snoozes),
    again AS (
      INSERT INTO reminder (object, state_seq, rung, receiver, due_at, people)
      SELECT object, state_seq, 'again-' || snoozes, receiver, ${until}::timestamptz, 1 FROM quiet
      ON CONFLICT DO NOTHING)
    SELECT expect_rows((SELECT count(*) FROM quiet), 1, ${NOT_SNOOZED})`;
}

async function waits({ database }: Needs, { reminded, stateSeq }: SnoozeInput): Promise<boolean> {
  const [row] = await database.query<{ stands: boolean }>(
    Prisma.sql`SELECT ${standsAt(reminded, stateSeq)} AS stands`,
  );
  return row?.stands === true;
}
