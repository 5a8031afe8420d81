import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { DeliverJob } from './owe.ts';
import { recordFailed } from './posted.ts';
import { receiverNamed } from './receiver.ts';

/** So long a message may stay unconfirmed while nobody is at work on it (domain-rules §12). */
const PATIENCE_MS = 10 * 60 * 1000;
/** Most messages that one round takes. */
const ROUND = 200;

interface Unconfirmed {
  readonly key: string;
  readonly subject: string;
  readonly stateSeq: number;
  readonly rule: string;
  readonly view: string;
  readonly receiver: string;
  readonly retriedAt: Date | null;
}

/**
 * A message that was recorded and never confirmed, and whose job is gone, is owed once more under the same key: the platform
 * is asked first whether it stands there already. One that stays unconfirmed after that is in the hands of a lead.
 */
export async function retryUnconfirmed(
  app: Pick<App, 'database' | 'queue' | 'clock' | 'metrics' | 'log'>,
): Promise<void> {
  const now = app.clock.now();
  const found = await app.database.query<Unconfirmed>(unconfirmed(new Date(now.getTime() - PATIENCE_MS)));
  const [once, twice] = [
    found.filter(({ retriedAt }) => !retriedAt),
    found.filter(({ retriedAt }) => retriedAt),
  ];
  for (const { key } of twice) await recordFailed(app, key, 'never confirmed');
  if (once.length === 0) return;
  const keys = once.map(({ key }) => key);
  await app.database.change([
    Prisma.sql`UPDATE delivery SET retried_at = ${now} WHERE key IN (${Prisma.join(keys)}) AND retried_at IS NULL`,
    app.queue.statementFor('deliver', once.map(jobOf)),
  ]);
  app.metrics.deliveries.inc({ platform: 'none', outcome: 'retried' }, once.length);
  app.log.warn({ keys }, 'messages were not confirmed and are sent once more');
}

/** A job that waits for its next attempt is at work. */
const unconfirmed = (before: Date): Prisma.Sql => Prisma.sql`
  SELECT d.key, d.subject, d.state_seq AS "stateSeq", d.rule, d.view, d.receiver, d.retried_at AS "retriedAt"
  FROM delivery d
  WHERE d.sent_at IS NULL AND d.failed_at IS NULL AND d.recorded_at < ${before}
    AND (d.retried_at IS NULL OR d.retried_at < ${before})
    AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.name = 'deliver' AND j.state IN ('created', 'retry', 'active')
      AND j.data->>'key' = d.key)
  ORDER BY d.recorded_at LIMIT ${ROUND}`;

function jobOf({ key, subject, stateSeq, rule, view, receiver }: Unconfirmed): DeliverJob {
  const message = { view, subject, stateSeq, rule, receiver: receiverNamed(receiver) };
  return { key, message, again: true };
}
