import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from './database/database.ts';
import { Prisma } from './database/generated/client.ts';
import type { Logger } from './logger.ts';
import { startBoss } from './queue/boss.ts';
import { DEAD_LETTERS, QUEUE_NAMES, QUEUES, type QueueName } from './queue/declared.ts';
import { type Insertion, type InsertionOptions, learnInsertion } from './queue/insertion.ts';

/** One delivery of a job to a worker. */
export interface Job<T> {
  readonly id: string;
  readonly data: T;
  /** True when an earlier attempt may have done the work without having been able to say so. */
  readonly again: boolean;
  /** Aborted when the job took too long or the process stops. */
  readonly signal: AbortSignal;
}

/** A job that failed as often as it may. */
export interface DeadLetter {
  readonly id: string;
  readonly queue: string;
  readonly data: unknown;
  /** The last error's message. */
  readonly reason: string;
  readonly attempts: number;
  readonly diedAt: Date;
}

/** Work that is owed from the moment its change is committed, and done at least once. */
export interface Queue extends AsyncDisposable {
  /** The insertion of these jobs, to be made one more statement of `database.change`. */
  statementFor(queue: QueueName, jobs: readonly object[], options?: InsertionOptions): Prisma.Sql;
  /** Begins to work on a queue. A handler that throws sees its job again later, with growing delays. */
  work<T>(queue: QueueName, handler: (job: Job<T>) => Promise<void>): Promise<void>;
  /** Takes no further job; resolves when those in work have ended, or have had their time. */
  rest(): Promise<void>;
  /** Oldest first, at most 100. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back into the queue where it failed; false when there is none of that id. */
  retry(deadLetterId: string): Promise<boolean>;
  /** Jobs that wait or are in work, by queue; dead letters under their own name. */
  depths(): Promise<ReadonlyMap<string, number>>;
}

/** Workers ask this often even when nobody notifies them: for retries that come due. */
const POLLING = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 };
/** Jobs in work get so long to end when the process stops. */
const STOP_TIMEOUT_MS = 10_000;

/** Opens the queue over the same database as the record. Dispose it before the database. */
export async function openQueue(database: Database, log: Pick<Logger, 'error' | 'warn'>): Promise<Queue> {
  const boss = await startBoss(database, log);
  const insertions = new Map<string, Insertion>();
  for (const name of QUEUE_NAMES) insertions.set(name, await learnInsertion(boss, name));
  return {
    statementFor: (name, jobs, options) => insertionInto(insertions, name)(jobs, options),
    work: (name, handler) => startWorkers(boss, name, handler),
    rest: () => restWorkers(boss),
    deadLetters: async () =>
      (await boss.findJobs(DEAD_LETTERS, { queued: true, limit: 100 })).map(deadLetter),
    retry: async (id) => (await boss.redrive(DEAD_LETTERS, { ids: [id] })) === 1,
    depths: () => readDepths(database),
    [Symbol.asyncDispose]: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }),
  };
}

function insertionInto(insertions: ReadonlyMap<string, Insertion>, name: QueueName): Insertion {
  const insertion = insertions.get(name);
  if (!insertion) throw new Error(`Queue ${name} is not declared in src/platform/queue/declared.ts.`);
  return insertion;
}

async function startWorkers<T>(
  boss: PgBoss,
  name: QueueName,
  handler: (job: Job<T>) => Promise<void>,
): Promise<void> {
  for (let worker = 0; worker < QUEUES[name].concurrency; worker += 1) await startWorker(boss, name, handler);
}

async function startWorker<T>(
  boss: PgBoss,
  name: QueueName,
  handler: (job: Job<T>) => Promise<void>,
): Promise<void> {
  const worker = await boss.work<T>(name, { ...POLLING, batchSize: 1 }, async ([job]) => {
    // One notification may stand for many jobs: whoever found one looks for the next without waiting.
    boss.notifyWorker(worker);
    if (!job) return;
    await handler({ id: job.id, data: job.data, again: job.retryCount > 0, signal: job.signal });
  });
}

/** Jobs that did not end in their time stay in work, and are done again by whoever notices that their worker is gone. */
async function restWorkers(boss: PgBoss): Promise<void> {
  const resting = QUEUE_NAMES.map((name) => boss.offWork(name, { wait: true }));
  const patience = setTimeoutPromise(STOP_TIMEOUT_MS, undefined, { ref: false });
  await Promise.race([Promise.allSettled(resting), patience]);
}

function deadLetter(job: JobWithMetadata<unknown>): DeadLetter {
  const output: unknown = job.sourceOutput;
  const reason = typeof output === 'object' && output !== null ? Reflect.get(output, 'message') : undefined;
  return {
    id: job.id,
    queue: job.sourceName ?? DEAD_LETTERS,
    data: job.data,
    reason: typeof reason === 'string' ? reason : 'unknown',
    attempts: (job.sourceRetryCount ?? 0) + 1,
    diedAt: job.createdOn,
  };
}

async function readDepths(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ name: string; depth: number }>(Prisma.sql`
    SELECT name, count(*)::int AS depth FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') GROUP BY name`);
  return new Map(rows.map(({ name, depth }) => [name, depth]));
}
