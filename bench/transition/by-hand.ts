import type pg from 'pg';
import type { App } from '../../src/app.ts';
import type { Prisma } from '../../src/platform/database/generated/client.ts';

/** What the product writes for an acceptance (T3), as somebody would write it by hand: one statement after the other. */
export interface ByHand {
  readonly reportId: string;
  readonly requestId: string;
  readonly actor: string;
  readonly receiver: string;
  readonly inboxes: readonly string[];
}

const UPDATE = `UPDATE report SET state = 'FILLING', state_seq = state_seq + 1, state_since = $2, deadline_at = $3,
  wake_at = $4 WHERE id = $1 AND state_seq = 2`;
const HISTORY = `INSERT INTO transition (report_id, state_seq, rule, from_state, to_state, actor, at, data)
  VALUES ($1, 2, 'T3', 'REQUESTED', 'FILLING', $2, $3, '{}')`;
const HEAD = `UPDATE audit_head SET seq = seq + 1, previous = hash,
  hash = encode(sha256(convert_to(hash || E'\\n' || (seq + 1)::text || E'\\n' || $2, 'UTF8')), 'hex')
  WHERE object_type = 'report' AND object_id = $1 RETURNING seq, previous, hash`;
const EVENT = `INSERT INTO audit_event (object_type, object_id, seq, at, actor, action, request_id, payload, previous, hash)
  VALUES ('report', $1, $2, $3, $4, 'report.T3', $5, $6, $7, $8)`;
const DELIVERY = `INSERT INTO delivery (key, subject, state_seq, rule, receiver, recorded_at)
  VALUES ($1, $2, 3, 'T3', $3, $4)`;
const DROP = `DELETE FROM reminder WHERE object = $1 AND settled_at IS NULL`;
const PLAN = `INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
  SELECT $1, 3, rung, '*', $2 FROM unnest($3::text[]) rung`;
const RUNGS = ['at-50', 'at-80', 'at-100', 'at-150', 'at-200', 'last-1'];
const DONE = `UPDATE incoming SET done_at = $2, payload = '{}' WHERE key = $1 AND done_at IS NULL`;

/** BEGIN, the same writes, COMMIT; the two jobs with the very statement that the queue uses. */
export async function acceptByHand(app: App, pool: pg.Pool, work: ByHand): Promise<void> {
  const { reportId, actor, requestId, receiver } = work;
  const now = app.clock.now();
  const key = `${reportId}/3/T3/${receiver}`;
  const payload = JSON.stringify({ ...work, at: now, action: 'report.T3', before: 'x'.repeat(64) });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query(UPDATE, [reportId, now, now, now]);
    if (rowCount !== 1) throw new Error(`${reportId} has moved on`);
    await client.query(HISTORY, [reportId, actor, now]);
    const { rows } = await client.query(HEAD, [reportId, payload]);
    const { seq, previous, hash } = rows[0];
    await client.query(EVENT, [reportId, seq, now, actor, requestId, payload, previous, hash]);
    await client.query(DELIVERY, [key, reportId, receiver, now]);
    await client.query(DROP, [reportId]);
    await client.query(PLAN, [reportId, now, RUNGS]);
    await client.query(asQuery(app.queue.statementFor('deliver', [{ key, message: payload }])));
    await client.query(asQuery(app.queue.statementFor('redraw', [{ subjects: work.inboxes }])));
    await client.query(DONE, [requestId, now]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const asQuery = ({ text, values }: Prisma.Sql) => ({ text, values: [...values] });
