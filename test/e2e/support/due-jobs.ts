import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';

/** Queues with a job that is at work or would soon be; a card that a slow click disturbed is drawn once more much later. */
export async function dueJobs(database: Database): Promise<readonly string[]> {
  const jobs = await database.query<{ name: string }>(Prisma.sql`
    SELECT DISTINCT name FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') AND start_after < now() + interval '10 seconds'`);
  return jobs.map(({ name }) => name);
}
