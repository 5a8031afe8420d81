import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { owe } from './owe.ts';
import { receiverNamed } from './receiver.ts';
import type { OwedMessage } from './view.ts';

/** A message that no way to its receiver was open for. */
export interface Undelivered {
  readonly key: string;
  readonly subject: string;
  readonly stateSeq: number;
  readonly rule: string;
  readonly view: string;
  readonly receiver: string;
  /** Null: a channel, or an account that nobody owns. */
  readonly receiverName: string | null;
  readonly failedAt: Date;
  readonly failure: string | null;
}

/** The newest first. */
export function undelivered({ database }: Pick<App, 'database'>, limit: number): Promise<Undelivered[]> {
  return database.query<Undelivered>(
    Prisma.sql`${UNDELIVERED} ORDER BY d.failed_at DESC, d.key LIMIT ${limit}::int`,
  );
}

const UNDELIVERED = Prisma.sql`
  SELECT d.key, d.subject, d.state_seq AS "stateSeq", d.rule, d.view, d.receiver, p.display_name AS "receiverName",
    d.failed_at AS "failedAt", d.failure
  FROM delivery d LEFT JOIN principal p ON p.id = d.receiver
  WHERE d.failed_at IS NOT NULL AND d.sent_at IS NULL`;

/** How many reached nobody and wait for somebody to mend the cause. */
export async function undeliveredCount({ database }: Pick<App, 'database'>): Promise<number> {
  const [row] = await database.query<{ count: number }>(Prisma.sql`
    SELECT count(*)::int AS count FROM delivery WHERE failed_at IS NOT NULL AND sent_at IS NULL`);
  return row?.count ?? 0;
}

/** Owes the message once more; false when it is not undelivered any more. */
export async function sendAgain(
  { database, queue, clock }: Pick<App, 'database' | 'queue' | 'clock'>,
  key: string,
): Promise<boolean> {
  const [found] = await database.query<Undelivered>(Prisma.sql`${UNDELIVERED} AND d.key = ${key}`);
  if (!found) return false;
  const { view, subject, stateSeq, rule } = found;
  const message: OwedMessage = { view, subject, stateSeq, rule, receiver: receiverNamed(found.receiver) };
  await database.change([
    Prisma.sql`UPDATE delivery SET failed_at = NULL, failure = NULL WHERE key = ${key}`,
    ...owe(queue, { messages: [message], redraw: [] }, clock.now()),
  ]);
  return true;
}
