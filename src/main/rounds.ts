import cron from 'node-cron';
import type { App } from '../app.ts';
import { anchorToday } from '../audit/anchor.ts';
import { tickDue } from '../reports/actions/tick.ts';
import type { Bot } from './bot.ts';

/** A request is left alone so long before another process takes it for abandoned: longer than any request takes. */
const ABANDONED_AFTER_MS = 60_000;

export interface RoundsParts {
  readonly app: App;
  /** Takes up requests that were begun before this instant and never finished. */
  readonly recover: (olderThan: Date) => Promise<number>;
}

/**
 * Every minute: requests that a crash left behind, and what time has made due. A missed minute loses nothing, because
 * what is due is on record.
 */
export function startRounds(stack: AsyncDisposableStack, { app, recover }: RoundsParts): Bot {
  const round = async (abandonedAfterMs: number) => {
    try {
      await recover(new Date(app.clock.now().getTime() - abandonedAfterMs));
      await tickDue(app);
    } catch (error) {
      app.log.error({ err: error }, 'a round failed; the next one takes up what it left');
    }
  };
  const tasks = [
    cron.schedule('* * * * *', () => round(ABANDONED_AFTER_MS), { noOverlap: true }),
    cron.schedule('30 0 * * *', () => anchored(app), { noOverlap: true, timezone: 'UTC' }),
  ];
  stack.defer(async () => {
    for (const task of tasks) await task.destroy();
  });
  return { round: () => round(ABANDONED_AFTER_MS) };
}

/** Once a day the heads of all chains are hashed together; a day that was missed is part of the next anchor. */
async function anchored(app: App): Promise<void> {
  try {
    await anchorToday(app);
  } catch (error) {
    app.log.error({ err: error }, 'the audit trail was not anchored; the next day takes it up');
  }
}
