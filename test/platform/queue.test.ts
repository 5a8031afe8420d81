import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { openQueue, type Queue } from '../../src/platform/queue.ts';
import { bothDatabases } from '../support/database.ts';

const silent = { error: () => {}, warn: () => {} };
const soon = { timeout: 15_000, interval: 20 };

describe.each(await bothDatabases())('The queue on $name', ({ open }) => {
  let database: Database;
  let queue: Queue;
  const resources = new AsyncDisposableStack();
  beforeAll(async () => {
    database = resources.use(await open());
    queue = resources.use(await openQueue(database, silent));
  });
  afterAll(() => resources.disposeAsync());

  it('hands over the jobs of a change that was committed, each once', async () => {
    const seen: string[] = [];
    await queue.work<{ to: string }>('deliver', async ({ data }) => void seen.push(data.to));
    const jobs = Array.from({ length: 12 }, (_, number) => ({ to: `prn_${number}` }));
    await database.change([Prisma.sql`SELECT 1`, queue.statementFor('deliver', jobs)]);
    await vi.waitFor(() => expect(seen).toHaveLength(12), soon);
    expect(seen.toSorted()).toEqual(jobs.map(({ to }) => to).toSorted());
  });

  it('knows nothing of the jobs of a change that was refused', async () => {
    const before = await queue.depths();
    const change = database.change([
      queue.statementFor('incoming', [{ asked: 'nothing' }]),
      Prisma.sql`SELECT expect_rows(0, 1, 'late-click')`,
    ]);
    await expect(change).rejects.toMatchObject({ code: 'late-click' });
    expect(await queue.depths()).toEqual(before);
  });

  it('gives a failed job back, and says that it is not the first time', async () => {
    const attempts: boolean[] = [];
    await queue.work('redraw', async ({ again }) => {
      attempts.push(again);
      if (!again) throw new Error('Slack is busy');
    });
    await database.change([queue.statementFor('redraw', [{ subjects: ['CR-2026-000001'] }])]);
    await vi.waitFor(() => expect(attempts).toEqual([false, true]), soon);
  });
});
