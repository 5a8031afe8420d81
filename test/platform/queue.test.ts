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
    await vi.waitFor(async () => expect(await queue.depths()).toEqual(new Map()), soon);
    const change = database.change([
      queue.statementFor('redraw', [{ asked: 'nothing' }]),
      Prisma.sql`SELECT expect_rows(0, 1, 'late-click')`,
    ]);
    await expect(change).rejects.toMatchObject({ code: 'late-click' });
    expect(await queue.depths()).toEqual(new Map());
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

  it('keeps what failed for good, says why, and sends it again on request', async () => {
    await queue.rest();
    const answers = ['the channel is archived'];
    const seen: unknown[] = [];
    await queue.work('redraw', async ({ data }) => {
      const trouble = answers.pop();
      if (trouble !== undefined) throw new Error(trouble);
      seen.push(data);
    });
    const job = { asked: 'who am I' };
    await database.change([queue.statementFor('redraw', [job]), LAST_ATTEMPT]);
    const [letter] = await vi.waitFor(async () => {
      const letters = await queue.deadLetters();
      expect(letters).toHaveLength(1);
      return letters;
    }, soon);
    expect(letter).toMatchObject({
      queue: 'redraw',
      data: job,
      reason: 'the channel is archived',
      attempts: 1,
    });
    expect(await queue.retry(letter?.id ?? '')).toBe(true);
    await vi.waitFor(() => expect(seen).toEqual([job]), soon);
    expect(await queue.deadLetters()).toEqual([]);
    expect(await queue.retry(letter?.id ?? '')).toBe(false);
  });
});

/** The jobs of the same change may not fail at all. */
const LAST_ATTEMPT = Prisma.sql`UPDATE pgboss.job SET retry_limit = 0 WHERE state = 'created'`;

describe.each(await bothDatabases())('A worker on $name', ({ open }) => {
  it('begins soon after the commit, because it is told', async () => {
    await using database = await open();
    await using queue = await openQueue(database, silent);
    const committed = new Map<number, number>();
    const delays: number[] = [];
    await queue.work<{ number: number }>('deliver', async ({ data }) => {
      delays.push(performance.now() - (committed.get(data.number) ?? 0));
    });
    for (let number = 0; number < 20; number += 1) {
      committed.set(number, performance.now());
      await database.change([queue.statementFor('deliver', [{ number }])]);
      await vi.waitFor(() => expect(delays).toHaveLength(number + 1), soon);
    }
    // Asking alone, every two seconds, would take a second in the middle.
    expect(delays.toSorted((a, b) => a - b)[10]).toBeLessThan(500);
  });

  it('that died gives its job to the next one', async () => {
    await using database = await open();
    {
      await using queue = await openQueue(database, silent);
      await database.change([queue.statementFor('deliver', [{ to: 'prn_1' }]), TAKEN_BY_A_DEAD_WORKER]);
    }
    await using queue = await openQueue(database, silent);
    const seen: boolean[] = [];
    await queue.work('deliver', async ({ again }) => void seen.push(again));
    await vi.waitFor(() => expect(seen).toEqual([true]), { ...soon, timeout: 25_000 });
  });

  it('ends what it has begun before the queue closes', async () => {
    await using database = await open();
    const queue = await openQueue(database, silent);
    const begun = Promise.withResolvers<void>();
    const steps: string[] = [];
    await queue.work('deliver', async () => {
      begun.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      steps.push('sent');
    });
    await database.change([queue.statementFor('deliver', [{ to: 'prn_1' }])]);
    await begun.promise;
    await queue[Symbol.asyncDispose]();
    expect(steps).toEqual(['sent']);
    expect(await database.query(Prisma.sql`SELECT state::text FROM pgboss.job`)).toEqual([
      { state: 'completed' },
    ]);
  });
});

/** As a process leaves it that was killed a minute ago. */
const TAKEN_BY_A_DEAD_WORKER = Prisma.sql`
  UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 minute',
    heartbeat_on = now() - interval '1 minute'`;
