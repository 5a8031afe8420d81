import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ANYBODY } from '../ladder/plan-statements.ts';

/** Reminders that one round of claims looks at; the receivers behind them are claimed with all that they have. */
const CLAIM = 250;

/** A page that was filled in so lately is progress: whoever works on a case is not told to begin. */
const PROGRESS_MS = 24 * 60 * 60 * 1000;

export interface DueRow {
  readonly object: string;
  readonly stateSeq: number;
  readonly rung: string;
  readonly receiver: string;
  readonly dueAt: Date;
  readonly gone: boolean;
  /** Rungs of the same wait that have reached the receiver as messages. */
  readonly reached: readonly string[];
  /** Somebody said so, or is filling in. */
  readonly onIt: boolean;
  readonly snoozedUntil: Date | null;
}

/**
 * Takes whole receivers, so that what each of them gets in a day is decided by one process. Whoever dies leaves a claim
 * that runs out.
 */
export async function claimDesks({
  database,
  clock,
}: Pick<App, 'database' | 'clock'>): Promise<readonly string[]> {
  const rows = await database.query<{ receiver: string }>(Prisma.sql`
    UPDATE reminder_desk SET claimed_until = now() + interval '2 minutes'
    WHERE receiver IN (
      SELECT d.receiver FROM reminder_desk d
      WHERE d.claimed_until < now() AND d.receiver IN (
        SELECT receiver FROM (
          SELECT receiver FROM reminder
          WHERE settled_at IS NULL AND due_at <= ${clock.now()} AND receiver <> ${ANYBODY}
          ORDER BY due_at LIMIT ${CLAIM}) due)
      FOR UPDATE SKIP LOCKED)
    RETURNING receiver`);
  return rows.map(({ receiver }) => receiver);
}

/**
 * Everything that has come due for these receivers. An object is a report, an opportunity, an organisation, or named after
 * one: `survey:st_1`.
 */
export function dueAt(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  receivers: readonly string[],
): Promise<DueRow[]> {
  return database.query<DueRow>(Prisma.sql`
    SELECT m.object, m.state_seq AS "stateSeq", m.rung, m.receiver, m.due_at AS "dueAt",
      m.receiver NOT LIKE 'channel:%' AND NOT EXISTS (
        SELECT FROM membership s WHERE s.principal_id = m.receiver
          AND (s.organisation_id IN (m.object, split_part(m.object, ':', 2), g.organisation_id)
            OR s.role IN ('STAFF_REVIEWER', 'STAFF_LEAD')
            OR s.organisation_id = r.store_id OR s.organisation_id = r.provider_id
            OR EXISTS (SELECT FROM opportunity_place o
              WHERE o.opportunity_id = m.object AND o.provider_id = s.organisation_id))) AS gone,
      ARRAY(SELECT s.rung FROM reminder s WHERE s.object = m.object AND s.state_seq = m.state_seq
        AND s.receiver = m.receiver AND s.outcome = 'SENT') AS reached,
      EXISTS (SELECT FROM reminder_quiet q WHERE q.object = m.object AND q.state_seq = m.state_seq
        AND q.on_it_at IS NOT NULL)
      OR EXISTS (SELECT FROM form_draft f WHERE f.form = 'report.fill' AND f.subject = m.object
        AND f.updated_at > ${new Date(clock.now().getTime() - PROGRESS_MS)}) AS "onIt",
      (SELECT q.snoozed_until FROM reminder_quiet q WHERE q.object = m.object AND q.state_seq = m.state_seq
        AND q.receiver = m.receiver) AS "snoozedUntil"
    FROM reminder m LEFT JOIN urgent_issue u ON u.id = m.object LEFT JOIN delegation g ON g.id = m.object
      LEFT JOIN report r ON r.id = coalesce(u.report_id, m.object)
    WHERE m.settled_at IS NULL AND m.due_at <= ${clock.now()} AND m.receiver IN (${Prisma.join([...receivers])})`);
}
