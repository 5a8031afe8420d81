import type { Queue } from 'pg-boss';

interface DeclaredQueue extends Omit<Queue, 'name' | 'notify' | 'deadLetter'> {
  /** Jobs that one process works on at a time. */
  readonly concurrency: number;
}

/** Where a job ends that failed as often as it may; a lead sees it there and may send it again. */
export const DEAD_LETTERS = 'undelivered';
/** Then nobody will send it any more. */
export const DEAD_LETTER_RETENTION_SECONDS = 90 * 24 * 60 * 60;

/** A worker that died is noticed when its heartbeat stays out for so long. 10 is the least that pg-boss allows. */
const HEARTBEAT = { heartbeatSeconds: 10, expireInSeconds: 300 };

/** What this process puts off until its change is committed. Seconds throughout; delays double after each failure. */
export const QUEUES = {
  /** One message to one receiver. Keeps trying for about three hours, longer than a chat platform's usual outage. */
  deliver: {
    ...HEARTBEAT,
    retryLimit: 20,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 900,
    concurrency: 4,
  },
  /** Something happened that systems of providers may want to hear of. */
  'webhook-event': {
    ...HEARTBEAT,
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    concurrency: 1,
  },
  /** One message to one of those systems; how often is src/services/webhooks/rules.ts, within three hours or so. */
  webhook: {
    ...HEARTBEAT,
    retryLimit: 20,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    concurrency: 2,
  },
  /** Cards that stand in a chat and show an older state. */
  redraw: {
    ...HEARTBEAT,
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    concurrency: 2,
  },
} as const satisfies Record<string, DeclaredQueue>;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES).filter((name): name is QueueName => name in QUEUES);
