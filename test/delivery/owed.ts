import type { DeliveryDeps } from '../../src/delivery/deps.ts';
import type { DeliverJob } from '../../src/delivery/owe.ts';
import { deliver } from '../../src/delivery/send/deliver.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';

interface Owed {
  readonly id: string;
  readonly data: DeliverJob;
}

/**
 * Runs every job that is owed, also what comes of it, as the queue's workers would. What failed stays owed; its reason is
 * returned.
 */
export async function sendOwed(deps: DeliveryDeps): Promise<readonly string[]> {
  const tried = new Set<string>();
  const failures: string[] = [];
  for (let found = await waiting(deps, tried); found.length > 0; found = await waiting(deps, tried)) {
    for (const { id, data } of found) {
      tried.add(id);
      await deliver(deps, data, false).catch((error: Error) => failures.push(error.message));
    }
  }
  return failures;
}

async function waiting({ app }: DeliveryDeps, tried: ReadonlySet<string>): Promise<readonly Owed[]> {
  const jobs = await app.database.query<Owed>(Prisma.sql`
    SELECT j.id::text AS id, j.data FROM pgboss.job j JOIN delivery d ON d.key = j.data->>'key'
    WHERE j.name = 'deliver' AND d.sent_at IS NULL AND d.failed_at IS NULL ORDER BY d.recorded_at, d.key`);
  return jobs.filter(({ id }) => !tried.has(id));
}
