import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../../src/platform/database/directory-lock.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { openDatabase } from '../../../src/platform/database/open.ts';
import { embeddedDatabase } from '../../support/database.ts';

interface Holder {
  readonly child: ChildProcess;
  /** Numbers of the rows that it was told are written. */
  readonly acknowledged: number[];
}

/** Resolves when the process has the directory and has been at work for a moment. */
async function startHolder(what: 'write' | 'hold', dataDir: string): Promise<Holder> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), what, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      acknowledged.push(Number(line));
      if (acknowledged.length === 20) resolve();
    });
  });
  return { child, acknowledged };
}

// Each starts a process of its own, which takes its time on a busy machine.
describe('A data directory', { timeout: 90_000 }, () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'baobei-data-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('is for one process; when that one is killed, it is free at once and holds every acknowledged row', async () => {
    await (await embeddedDatabase(join(dataDir, 'pglite')))[Symbol.asyncDispose]();
    const { child, acknowledged } = await startHolder('write', dataDir);
    const second = openDatabase({ dataDir });
    await expect(second).rejects.toThrow(`is in use by process ${child.pid}`);
    await expect(openDatabase({ dataDir })).rejects.toThrow(/DATABASE_URL/);

    child.kill('SIGKILL');
    await once(child, 'exit');
    const began = performance.now();
    const release = await lockDirectory(dataDir);
    // Far less than the 10 s after which a lock counts as abandoned.
    expect(performance.now() - began).toBeLessThan(5_000);
    await release();

    await using database = await openDatabase({ dataDir });
    const rows = await database.query<{ id: number }>(Prisma.sql`SELECT id FROM written ORDER BY id`);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  });

  it('is refused to a second opening by the same process, and free after it was closed', async () => {
    const folder = join(dataDir, 'other');
    const release = await lockDirectory(folder);
    await expect(lockDirectory(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
    await release();
    await (await lockDirectory(folder))();
  });

  it('goes to one of several processes that find the lock of a dead one', async () => {
    const folder = join(dataDir, 'contended');
    const { child } = await startHolder('hold', folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => lockDirectory(folder)));
    const releases = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(releases).toHaveLength(1);
    await releases[0]?.();
  });
});
