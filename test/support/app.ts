import type { App } from '../../src/app.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { createIds } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createMetrics } from '../../src/platform/metrics.ts';
import { openQueue } from '../../src/platform/queue.ts';

/** The smallest file that is a PDF; what everybody hands in. */
export const PDF = new TextEncoder().encode('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A clock that stands still until it is told to move. */
export interface TestClock extends Clock {
  moveTo(instant: string | Date): void;
}

export function testClock(start: string): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    moveTo: (instant) => {
      now = new Date(instant);
    },
  };
}

/** What actions run on, over a database of the test's own. Nothing works on the queue unless the test does. */
export async function testApp(database: Database, clock: Clock): Promise<App & AsyncDisposable> {
  const log = createLogger({ level: 'silent' });
  const queue = await openQueue(database, log);
  return {
    database,
    queue,
    clock,
    ids: createIds(clock),
    log,
    metrics: createMetrics(),
    address: (path) => `https://bot.example${path}`,
    trustsLoopback: true,
    fetchFile: async () => PDF,
    fileAt: async () => null,
    [Symbol.asyncDispose]: () => queue[Symbol.asyncDispose](),
  };
}
