import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import type { AuditEntry } from '../../../audit/payload.ts';
import { sha256 } from '../../../audit/record-hash.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { addBusinessDays } from '../../../reminders/calendar/arithmetic.ts';
import { CHINA_CALENDAR } from '../../../reminders/calendar/calendar.ts';
import { ANYBODY } from '../../../reminders/ladder/plan-statements.ts';
import { toldRung } from '../../../reminders/ladder/rungs.ts';
import { caseSubject } from '../../subjects.ts';

export const CASE_VIEW = 'improvement';

/** Business days until the conversation is held, and of those after which leads are reminded. */
const TALK_DAYS = 5;
const REMIND_DAYS = 4;

export interface Signals {
  readonly providerId: string;
  readonly signals: readonly string[];
  /** What they come from: a quarter, a month, an incident. The same source opens a case once, however often it is looked. */
  readonly source: string;
  /** A principal, or `clock`. */
  readonly by: string;
}

/**
 * Opens a provider's case, or adds to the one that is open (domain-rules §11). Nothing is deducted: a conversation is due within
 * five business days, and staff and the provider are told.
 *
 * @returns whether anything is new
 */
export async function openCase(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  signals: Signals,
): Promise<boolean> {
  const [row] = await database.query<{ changed: boolean }>(caseOpened(signals, clock.now()));
  return row?.changed ?? false;
}

/** The same as one statement, for the change that is the signal. */
export function caseOpened(opening: Signals, at: Date): Prisma.Sql {
  const { providerId, signals, source } = opening;
  const id = `imp_${sha256(`${providerId}|${source}`).slice(0, 26)}`;
  const listed = Prisma.sql`${[...signals]}::text[]`;
  // One that is open takes the signals on; one that this source opened before, and that has ended, stays ended.
  return Prisma.sql`
    WITH added AS (
      UPDATE improvement_case SET signals = ARRAY(SELECT DISTINCT unnest(signals || ${listed}) ORDER BY 1)
      WHERE provider_id = ${providerId} AND ended_at IS NULL AND NOT signals @> ${listed} RETURNING id),
    opened AS (
      INSERT INTO improvement_case (id, provider_id, signals, state, state_seq, opened_at, due_at)
      SELECT ${id}, ${providerId}, ${listed}, 'OPEN', 0, ${at}::timestamptz, ${after(at, TALK_DAYS)}::timestamptz
      WHERE NOT EXISTS (SELECT FROM improvement_case c WHERE c.provider_id = ${providerId} AND c.ended_at IS NULL)
      ON CONFLICT DO NOTHING RETURNING id),
    planned AS (
      INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT ${caseSubject({ id, providerId })}, 0, r.rung, ${ANYBODY}, r.due_at
      FROM opened o, jsonb_to_recordset(${JSON.stringify(rungs(at))}::jsonb) AS r(rung text, due_at timestamptz)
      ON CONFLICT DO NOTHING),
    signalled AS (SELECT id FROM added UNION ALL SELECT id FROM opened),
    ${auditCtes(entry(id, opening, at), { guard: 'signalled' })}
    SELECT EXISTS (SELECT FROM signalled) AS changed`;
}

const entry = (id: string, { providerId, signals, source, by }: Signals, at: Date): AuditEntry => ({
  objectType: 'provider',
  objectId: providerId,
  actor: by,
  action: 'training.improvement-signal',
  at,
  data: { case: id, signals, source },
});

const rungs = (at: Date) => [
  { rung: toldRung('improvement-opened'), due_at: at },
  { rung: 'improvement-talk', due_at: after(at, REMIND_DAYS) },
  { rung: 'improvement-late', due_at: after(at, TALK_DAYS) },
];

const after = (at: Date, days: number): Date => addBusinessDays(CHINA_CALENDAR, at, days).at;
