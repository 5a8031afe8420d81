import cron from 'node-cron';
import type { App } from '../app.ts';
import { anchorToday } from '../audit/anchor.ts';
import { runDueCycle } from '../ratings/actions/cycle/run-due.ts';
import { PROGRAMME_ZONE } from '../ratings/cycle/quarter.ts';
import { tickDue } from '../reports/actions/tick.ts';
import type { Bot } from './bot.ts';

/** A request is left alone so long before another process takes it for abandoned: longer than any request takes. */
const ABANDONED_AFTER_MS = 60_000;

export interface RoundsParts {
  readonly app: App;
  /** Before this process could take a request. */
  readonly startedAt: Date;
  /** Takes up requests that were begun before this instant and never finished. */
  readonly recover: (olderThan: Date) => Promise<number>;
}

/**
 * Every minute: requests that a crash left behind, and what time has made due. A missed minute loses nothing, because
 * what is due is on record.
 */
export function startRounds(stack: AsyncDisposableStack, parts: RoundsParts): Bot {
  const { app } = parts;
  const round = () => carriedOut(parts, new Date(app.clock.now().getTime() - ABANDONED_AFTER_MS));
  const tasks = [
    cron.schedule('* * * * *', round, { noOverlap: true }),
    cron.schedule('30 0 * * *', () => anchored(app), { noOverlap: true, timezone: 'UTC' }),
    cron.schedule('5 0 * * *', () => rated(app), { noOverlap: true, timezone: PROGRAMME_ZONE }),
  ];
  stack.defer(async () => {
    for (const task of tasks) await task.destroy();
  });
  void carriedOut(parts, abandonedAtStart(parts));
  return { round };
}

/** The embedded database has had one process at a time, so whatever was begun before this one is nobody's now. */
function abandonedAtStart({ app, startedAt }: RoundsParts): Date {
  const alone = app.database.connection.kind === 'pglite';
  return alone ? startedAt : new Date(startedAt.getTime() - ABANDONED_AFTER_MS);
}

async function carriedOut({ app, recover }: RoundsParts, olderThan: Date): Promise<void> {
  try {
    await recover(olderThan);
    await tickDue(app);
  } catch (error) {
    app.log.error({ err: error }, 'a round failed; the next one takes up what it left');
  }
}

/** Once a day the heads of all chains are hashed together; a day that was missed is part of the next anchor. */
async function anchored(app: App): Promise<void> {
  try {
    await anchorToday(app);
  } catch (error) {
    app.log.error({ err: error }, 'the audit trail was not anchored; the next day takes it up');
  }
}

/** The rating's calendar has days of its own: on most there is nothing to do, and a day that was missed is made up for. */
async function rated(app: App): Promise<void> {
  try {
    await runDueCycle(app);
  } catch (error) {
    app.log.error({ err: error }, 'the rating cycle was not carried on; the next day takes it up');
  }
}
