import type { DeliverJob } from '../../delivery/owe.ts';
import { receiverKey, receiverNamed } from '../../delivery/receiver.ts';
import { deliveryKey, type OwedMessage } from '../../delivery/view.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Queue } from '../../platform/queue.ts';
import { ruleOf } from '../ladder/rungs.ts';
import type { Verdict } from '../quiet/reminder.ts';
import { type ReminderSource, sourceOf } from './source.ts';
import { digestKey, digestSubject, type Today } from './today.ts';

/** The view that draws a digest. */
export const DIGEST_VIEW = 'digest';

/** One receiver's verdicts, on the receiver's date. */
export interface DeskVerdicts extends Today {
  readonly verdicts: readonly Verdict[];
}

export interface CarryOut {
  readonly queue: Queue;
  readonly sources: readonly ReminderSource[];
  readonly now: Date;
}

/**
 * The statements that settle what was decided and owe what is to be sent: a message is owed exactly if its reminder is still
 * there, so a wait that ended meanwhile says nothing more.
 */
export function carriedOut(parts: CarryOut, desks: readonly DeskVerdicts[]): Prisma.Sql[] {
  const rows = desks.flatMap((desk) => desk.verdicts.map((verdict) => row(parts, desk, verdict)));
  const jobs = rows.flatMap(({ job }) => job ?? []);
  const once = [...new Map(jobs.map((job) => [job.key, job])).values()];
  return [
    settled(
      rows.map(({ change }) => change),
      once,
      parts.now,
    ),
    Prisma.sql`
      UPDATE reminder_desk SET claimed_until = '-infinity'
      WHERE receiver IN (${Prisma.join(desks.map(({ receiver }) => receiver))})`,
    ...(once.length === 0 ? [] : [parts.queue.statementFor('deliver', once)]),
  ];
}

interface RowChange {
  readonly object: string;
  readonly state_seq: number;
  readonly rung: string;
  readonly receiver: string;
  readonly outcome: string | null;
  readonly due_at: Date;
  readonly delivery: string | null;
  readonly sent_on: string | null;
}

function row(
  parts: CarryOut,
  desk: DeskVerdicts,
  verdict: Verdict,
): { readonly change: RowChange; readonly job: DeliverJob | null } {
  const { object, stateSeq: state_seq, rung, dueAt: due_at } = verdict.reminder;
  const { receiver, date } = desk;
  const change = { object, state_seq, rung, receiver, due_at, outcome: null, delivery: null, sent_on: null };
  switch (verdict.do) {
    case 'wait':
      return { change: { ...change, due_at: verdict.until }, job: null };
    case 'settle':
      return { change: { ...change, outcome: verdict.outcome }, job: null };
    case 'digest':
      return { change: { ...change, outcome: 'DIGEST', delivery: digestKey(desk) }, job: digestJob(desk) };
    case 'send': {
      const job = messageJob(parts, desk, verdict);
      // What is urgent is not one of the day's messages: it may come again on the same day.
      const sent_on = verdict.reminder.urgent ? null : date;
      return { change: { ...change, outcome: 'SENT', delivery: job.key, sent_on }, job };
    }
  }
}

function messageJob({ sources }: CarryOut, { receiver }: DeskVerdicts, { reminder }: Verdict): DeliverJob {
  const { object, stateSeq, rung, form } = reminder;
  const message: OwedMessage = {
    view: sourceOf(sources, object).view,
    subject: object,
    stateSeq,
    rule: ruleOf(rung),
    receiver: receiverNamed(receiver),
    ...(form === 'note' ? { edit: true } : {}),
  };
  return { key: deliveryKey(message), message };
}

function digestJob(desk: DeskVerdicts): DeliverJob {
  const receiver = receiverNamed(desk.receiver);
  const subject = digestSubject(desk);
  return {
    key: digestKey(desk),
    message: { view: DIGEST_VIEW, subject, stateSeq: 0, rule: 'digest', receiver },
  };
}

function settled(changes: readonly RowChange[], jobs: readonly DeliverJob[], now: Date): Prisma.Sql {
  const deliveries = jobs.map(({ key, message }) => ({
    key,
    subject: message.subject,
    state_seq: message.stateSeq,
    rule: message.rule,
    view: message.view,
    receiver: receiverKey(message.receiver),
  }));
  return Prisma.sql`
    WITH settled AS (
      UPDATE reminder m SET due_at = v.due_at, outcome = v.outcome, delivery = v.delivery, sent_on = v.sent_on,
        settled_at = CASE WHEN v.outcome IS NULL THEN NULL ELSE ${now}::timestamptz END
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        AS v(object text, state_seq int, rung text, receiver text, outcome text, due_at timestamptz, delivery text,
             sent_on date)
      WHERE m.object = v.object AND m.state_seq = v.state_seq AND m.rung = v.rung AND m.receiver = v.receiver
        AND m.settled_at IS NULL
      RETURNING v.delivery)
    INSERT INTO delivery (key, subject, state_seq, rule, view, receiver, recorded_at)
    SELECT d.key, d.subject, d.state_seq, d.rule, d.view, d.receiver, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
      AS d(key text, subject text, state_seq int, rule text, view text, receiver text)
    WHERE d.key IN (SELECT delivery FROM settled) ON CONFLICT (key) DO NOTHING`;
}
