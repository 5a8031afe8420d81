import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { owe } from './owe.ts';
import type { OwedMessage, Receiver } from './view.ts';

/** A message that no way to its receiver was open for. */
export interface Undelivered {
  readonly key: string;
  readonly subject: string;
  readonly stateSeq: number;
  readonly rule: string;
  readonly receiver: string;
  /** Null: a channel. */
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
  SELECT d.key, d.subject, d.state_seq AS "stateSeq", d.rule, d.receiver, p.display_name AS "receiverName",
    d.failed_at AS "failedAt", d.failure
  FROM delivery d LEFT JOIN principal p ON p.id = d.receiver
  WHERE d.failed_at IS NOT NULL AND d.sent_at IS NULL`;

/** Owes the message once more; false when it is not undelivered any more. `viewOf` names what draws the card of its subject. */
export async function sendAgain(
  { database, queue, clock }: Pick<App, 'database' | 'queue' | 'clock'>,
  key: string,
  viewOf: (subject: string) => string,
): Promise<boolean> {
  const [found] = await database.query<Undelivered>(Prisma.sql`${UNDELIVERED} AND d.key = ${key}`);
  if (!found) return false;
  const { subject, stateSeq, rule } = found;
  const message: OwedMessage = {
    view: viewOf(subject),
    subject,
    stateSeq,
    rule,
    receiver: receiverOf(found.receiver),
  };
  await database.change([
    Prisma.sql`UPDATE delivery SET failed_at = NULL, failure = NULL WHERE key = ${key}`,
    ...owe(queue, { messages: [message], redraw: [] }, clock.now()),
  ]);
  return true;
}

/** A receiver as its delivery names it. */
export const receiverOf = (receiver: string): Receiver =>
  receiver === 'channel:staff'
    ? { kind: 'channel', name: 'staff' }
    : { kind: 'person', principalId: receiver };
