import { fromPglite, PgBoss } from 'pg-boss';
import type { Connection, Database } from '../database/database.ts';
import type { Logger } from '../logger.ts';
import { DEAD_LETTER_RETENTION_SECONDS, DEAD_LETTERS, QUEUE_NAMES, QUEUES } from './declared.ts';

/** How often the tables are searched for workers that died. */
const SUPERVISION = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 };
/** pg-boss's own connections to the server, beside those of the record; one of them listens. */
const POOL_SIZE = 4;

/** A started pg-boss with all queues as declared. Its tables, in the schema `pgboss`, are its own affair. */
export async function startBoss(database: Database, log: Pick<Logger, 'error' | 'warn'>): Promise<PgBoss> {
  const boss = new PgBoss({
    ...over(database.connection),
    ...SUPERVISION,
    useListenNotify: true,
    schedule: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'queue: a background task failed'));
  boss.on('warning', (warning) => log.warn({ warning }, 'queue: warning'));
  await boss.start();
  await declareQueues(boss);
  if (database.connection.kind === 'pglite') await database.connection.pglite.exec(RELEASE_ORPHANS);
  return boss;
}

function over(connection: Connection) {
  return connection.kind === 'pglite'
    ? {
        db: fromPglite(connection.pglite),
        backend: 'pglite' as const,
        reindex: false,
        registerInstance: false,
      }
    : { connectionString: connection.url, max: POOL_SIZE, application_name: 'baobei-queue' };
}

/** The embedded database has had one process at a time, so whatever it left in work is nobody's now. */
const RELEASE_ORPHANS = `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE state = 'active'`;

async function declareQueues(boss: PgBoss): Promise<void> {
  await declare(boss, DEAD_LETTERS, { retryLimit: 0, retentionSeconds: DEAD_LETTER_RETENTION_SECONDS });
  for (const name of QUEUE_NAMES) {
    const { concurrency: _, ...options } = QUEUES[name];
    await declare(boss, name, { ...options, deadLetter: DEAD_LETTERS, notify: true });
  }
}

type Options = NonNullable<Parameters<PgBoss['createQueue']>[1]>;

async function declare(boss: PgBoss, name: string, options: Options): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, options);
  else await boss.createQueue(name, options);
}
