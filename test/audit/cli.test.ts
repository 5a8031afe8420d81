import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/cli/run.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { lockDirectory } from '../../src/platform/database/directory-lock.ts';
import { DatabaseUnavailable } from '../../src/platform/database/errors.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { openDatabase, openPGlite } from '../../src/platform/database/open.ts';
import { testDatabase } from '../support/database.ts';
import { NOON, recordSome } from './entries.ts';

describe('npm run audit', () => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-cli-'));
    database = await testDatabase();
    await recordSome(database);
  });
  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  /** The test keeps the database; a command closes the one that it opened. */
  const kept = async (): Promise<Database> => ({ ...database, [Symbol.asyncDispose]: async () => {} });

  async function run(line: string, open: () => Promise<Database> = kept) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const code = await runAudit(line === '' ? [] : line.split(' '), {
      openDatabase: open,
      clock: { now: () => NOON },
      stdout,
      stderr,
    });
    stdout.end();
    stderr.end();
    return { code, out: await text(stdout), error: await text(stderr) };
  }

  it('says that a sound trail is sound', async () => {
    expect(await run('verify')).toEqual({
      code: 0,
      out: 'Sound: 6 events of 3 objects, 0 anchors.\n',
      error: '',
    });
  });

  it('makes an anchor and prints its hash', async () => {
    const { code, out } = await run('anchor');
    expect(code).toBe(0);
    expect(out).toMatch(/^2026-05-06 [0-9a-f]{64} \(3 chains moved\)\n$/);
  });

  it('exports to the output, and to a file that is not there yet', async () => {
    const file = join(folder, 'events.csv');
    const { out } = await run('export --object provider/prv_1');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect((await run(`export --format csv --from 2026-05-06 --to 2026-05-06 --out ${file}`)).code).toBe(0);
    expect((await readFile(file, 'utf8')).trimEnd().split('\r\n')).toHaveLength(7);
    expect(await run(`export --out ${file}`)).toMatchObject({
      code: 3,
      error: expect.stringContaining('not written over'),
    });
  });

  it.each([
    { line: '', says: 'Usage:' },
    { line: 'prune', says: 'no command "prune"' },
    { line: 'verify now', says: '"now" is not understood' },
    { line: 'export --form csv', says: '--form' },
    { line: 'export --format xml', says: 'csv or jsonl' },
    { line: 'export --from 2026-02-30', says: '--from is a day' },
    { line: 'export --to May', says: '--to is a day' },
    { line: 'export --object CR-1', says: '--object is TYPE/ID' },
  ])('refuses “$line” and says what would be right', async ({ line, says }) => {
    const { code, error } = await run(line);
    expect(code).toBe(2);
    expect(error).toContain(says);
  });

  it('tells what to do while the bot has the directory open', async () => {
    const release = await lockDirectory(folder);
    const { code, error } = await run('verify', () => openDatabase({ dataDir: folder }));
    await release();
    expect(code).toBe(3);
    expect(error).toContain(`in use by process ${process.pid}`);
    expect(error).toContain('stop Baobei, run this again');
  });

  it('tells a database without tables from a sound one', async () => {
    const { code, error } = await run('verify', () => openPGlite({}));
    expect(code).toBe(3);
    expect(error).toContain('no audit trail in this database yet');
  });

  it('says that a server cannot be reached', async () => {
    const { code, error } = await run('verify', () =>
      Promise.reject(new DatabaseUnavailable('ECONNREFUSED', null)),
    );
    expect(code).toBe(3);
    expect(error).toContain('not available');
  });

  it('names the broken link, and leaves with 1', async () => {
    await database.change([
      Prisma.sql`ALTER TABLE audit_event DISABLE TRIGGER USER`,
      Prisma.sql`UPDATE audit_event SET actor = 'pr_x' WHERE object_id = 'CR-2026-000123' AND seq = 2`,
    ]);
    const { code, error } = await run('verify');
    expect(code).toBe(1);
    expect(error).toContain(
      'report CR-2026-000123, event 2: a column differs from the hashed payload (actor)',
    );
  });
});
