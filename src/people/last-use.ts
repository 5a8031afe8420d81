import type { App } from '../app.ts';
import type { AccountRef } from '../chat/incoming.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { isAccount } from './linking/statements.ts';

/** When a person last used this account, and the latest of their others; null: never noted. */
export interface LastUse {
  readonly here: Date | null;
  readonly elsewhere: Date | null;
}

/** While nothing else is used, an hour is near enough to know where somebody is. */
const NEAR_ENOUGH_MS = 60 * 60 * 1000;

/** Whether this use says something new of where the person is to be found. */
export function isNews({ here, elsewhere }: LastUse, now: Date): boolean {
  if (here === null || now.getTime() - here.getTime() >= NEAR_ENOUGH_MS) return true;
  return elsewhere !== null && elsewhere > here;
}

/** Where messages will go first. Whether it could be noted makes no difference to what was asked. */
export async function noteUse(
  { database, clock, log }: Pick<App, 'database' | 'clock' | 'log'>,
  account: AccountRef,
  lastUse: LastUse,
): Promise<void> {
  const now = clock.now();
  if (!isNews(lastUse, now)) return;
  try {
    await database.query(
      Prisma.sql`UPDATE chat_account SET last_used_at = ${now} WHERE ${isAccount(account)}`,
    );
  } catch (error) {
    log.warn({ err: error }, 'where somebody was last could not be noted');
  }
}
