import { Prisma } from '../../platform/database/generated/client.ts';
import { ANYBODY } from '../ladder/plan-statements.ts';
import { rungNamed } from '../ladder/rungs.ts';
import { type DueRung, type ReminderSource, type Spread, type SweepApp, sourceOf } from './source.ts';

/** Rungs that one claim takes. */
const CLAIM = 250;
/** An escalation that would reach more people than this is cut short: a list that long is a mistake in the record. */
const MOST_PEOPLE = 25;

/**
 * Turns planned rungs that have come due into a row for each receiver. Two processes never take the same rung; one that
 * dies leaves its claim to run out, and doing it twice writes the same rows.
 *
 * @returns how many rungs were taken
 */
export async function spreadDue(app: SweepApp, sources: readonly ReminderSource[]): Promise<number> {
  const due = await claimed(app);
  if (due.length === 0) return 0;
  const bySource = Map.groupBy(due, ({ object }) => sourceOf(sources, object));
  for (const [source, rungs] of bySource) {
    const spreads = await source.spread(app, rungs);
    await app.database.change([
      written(
        app,
        spreads.map((spread) => capped(app, spread)),
      ),
    ]);
  }
  return due.length;
}

function claimed({ database, clock }: SweepApp): Promise<DueRung[]> {
  return database.query<DueRung>(Prisma.sql`
    UPDATE reminder SET claimed_until = now() + interval '2 minutes'
    WHERE (object, state_seq, rung, receiver) IN (
      SELECT object, state_seq, rung, receiver FROM reminder
      WHERE settled_at IS NULL AND due_at <= ${clock.now()} AND receiver = ${ANYBODY}
        AND (claimed_until IS NULL OR claimed_until < now())
      ORDER BY due_at LIMIT ${CLAIM} FOR UPDATE SKIP LOCKED)
    RETURNING object, state_seq AS "stateSeq", rung, due_at AS "dueAt"`);
}

/** How many a rung reaches is known, and on record, before the first of them hears it. */
function capped(app: SweepApp, spread: Spread): Spread {
  const receivers = [...new Set(spread.receivers)];
  const { object, rung } = spread.due;
  const size = { object, rung, people: receivers.length };
  if (receivers.length > MOST_PEOPLE) {
    app.log.warn(size, 'a reminder would reach too many; it is cut short');
  } else if (receivers.length > 1 && rungNamed(rung).escalates) {
    app.log.info(size, 'an escalation goes out');
  }
  return { ...spread, receivers: receivers.slice(0, MOST_PEOPLE) };
}

function written({ clock }: SweepApp, spreads: readonly Spread[]): Prisma.Sql {
  const rows = spreads.map(({ due, receivers, next }) => ({
    object: due.object,
    state_seq: due.stateSeq,
    rung: due.rung,
    due_at: due.dueAt,
    receivers,
    next: next.map(({ rung, dueAt }) => ({ rung, due_at: dueAt })),
  }));
  // A rung whose wait has ended meanwhile is gone, and spreads to nobody.
  return Prisma.sql`
    WITH spread AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS s(object text, state_seq int, rung text, due_at timestamptz, receivers jsonb, next jsonb)),
    settled AS (
      UPDATE reminder m SET settled_at = ${clock.now()}, people = jsonb_array_length(s.receivers),
        outcome = CASE WHEN jsonb_array_length(s.receivers) = 0 THEN 'NOBODY' ELSE 'SPREAD' END
      FROM spread s WHERE m.object = s.object AND m.state_seq = s.state_seq AND m.rung = s.rung
        AND m.receiver = ${ANYBODY} AND m.settled_at IS NULL
      RETURNING s.*),
    desks AS (
      INSERT INTO reminder_desk (receiver, claimed_until)
      SELECT DISTINCT receiver, '-infinity'::timestamptz FROM settled, jsonb_array_elements_text(receivers) AS receiver
      ON CONFLICT DO NOTHING),
    following AS (
      INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT s.object, s.state_seq, n.rung, ${ANYBODY}, n.due_at
      FROM settled s, jsonb_to_recordset(s.next) AS n(rung text, due_at timestamptz) ON CONFLICT DO NOTHING)
    INSERT INTO reminder (object, state_seq, rung, receiver, due_at, people)
    SELECT object, state_seq, rung, receiver, due_at, jsonb_array_length(receivers)
    FROM settled, jsonb_array_elements_text(receivers) AS receiver ON CONFLICT DO NOTHING`;
}
