import type { App } from '../../../app.ts';
import { owe } from '../../../delivery/owe.ts';
import { receiverKey } from '../../../delivery/receiver.ts';
import { deliveryKey, type OwedMessage } from '../../../delivery/view.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { dueDigest, type Week, weekNamed } from '../week.ts';

/** The view that draws a week's digest. */
export const WEEKLY_DIGEST_VIEW = 'weekly-digest';

const SUBJECT = /^week:(\d{4}-W\d{2})$/;

const subjectOf = ({ name }: Week): string => `week:${name}`;

/** Null when the subject is no digest. */
export function weekOfSubject(subject: string, zone: string): Week | null {
  const [, name] = SUBJECT.exec(subject) ?? [];
  return name === undefined ? null : weekNamed(name, zone);
}

/**
 * Owes the staff channel the digest of the last week whose Monday morning has come, once: however many processes ask, and
 * however often. After a standstill the latest week is told, not each. A record that is younger than the week has none.
 *
 * @param zone the platform's
 * @returns the week whose digest is owed from now on; null when none was due
 */
export async function oweDigest(
  { database, queue, clock }: Pick<App, 'database' | 'queue' | 'clock'>,
  zone: string,
): Promise<Week | null> {
  const now = clock.now();
  const { week, since } = dueDigest(now, zone);
  const message: OwedMessage = {
    view: WEEKLY_DIGEST_VIEW,
    subject: subjectOf(week),
    stateSeq: 0,
    rule: 'weekly-digest',
    receiver: { kind: 'channel', name: 'staff' },
  };
  if (!(await isDue(database, message, since))) return null;
  try {
    await database.change([claimed(message, now), ...owe(queue, { messages: [message], redraw: [] }, now)]);
    return week;
  } catch (error) {
    if (error instanceof Conflict && error.code === 'unique') return null;
    throw error;
  }
}

// The message to every channel gives way to one for each: it is the week that was told, whatever its rows are called.
async function isDue(database: App['database'], { subject }: OwedMessage, since: Date): Promise<boolean> {
  const [row] = await database.query<{ due: boolean }>(Prisma.sql`
    SELECT NOT EXISTS (SELECT FROM delivery WHERE subject = ${subject})
      AND EXISTS (SELECT FROM transition WHERE at < ${since}) AS due`);
  return row?.due ?? false;
}

/** Unlike `owe`, which is content to find its row, this refuses the whole change: the job must not be inserted twice. */
const claimed = (message: OwedMessage, at: Date): Prisma.Sql => Prisma.sql`
  INSERT INTO delivery (key, subject, state_seq, rule, view, receiver, recorded_at)
  VALUES (${deliveryKey(message)}, ${message.subject}, ${message.stateSeq}, ${message.rule}, ${message.view},
    ${receiverKey(message.receiver)}, ${at})`;
