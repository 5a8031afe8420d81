import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused } from '../../result.ts';
import { applyEvent } from './apply.ts';

type Needs = Parameters<typeof applyEvent>[0] & Pick<App, 'log'>;

/** Most cases that one round takes; the next round takes the rest. */
const ROUND = 200;

/** The clock has nothing to do with a case that it was woken for, as with a lapse that waits for its reminders (T23). */
const ASK_AGAIN_MS = 24 * 60 * 60 * 1000;

/**
 * Carries out what time has made due: beginnings, ends, lapses, old drafts. What is due is rows found by an index, and
 * every change is a compare-and-set, so several processes and missed rounds are harmless.
 *
 * @returns how many transitions were made
 */
export async function tickDue(app: Needs): Promise<number> {
  const now = app.clock.now();
  const due = await app.database.query<{ id: string }>(Prisma.sql`
    SELECT id FROM report WHERE wake_at <= ${now} ORDER BY wake_at LIMIT ${ROUND}`);
  let made = 0;
  for (const { id } of due) made += await tickOne(app, id, now);
  return made;
}

/** After a standstill more than one thing may be due: a beginning, then an end. */
async function tickOne(app: Needs, reportId: string, now: Date): Promise<number> {
  for (let made = 0; ; made += 1) {
    const outcome = await applyEvent(
      app,
      { reportId, stateSeq: null, actor: 'clock', requestId: null, channel: 'clock' },
      { type: 'tick' },
    );
    if (!isRefused(outcome)) continue;
    if (outcome.refused !== 'reports.nothing-due') {
      app.log.debug({ reportId, refused: outcome.refused }, 'the clock was refused');
    }
    await sleepAgain(app, reportId, now);
    return made;
  }
}

/** Only where it is still awake: a change meanwhile has set its own time. */
async function sleepAgain(app: Needs, reportId: string, now: Date): Promise<void> {
  await app.database.query(Prisma.sql`
    UPDATE report SET wake_at = ${new Date(now.getTime() + ASK_AGAIN_MS)} WHERE id = ${reportId} AND wake_at <= ${now}`);
}
