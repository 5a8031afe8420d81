import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, readMigrations } from '../../../prisma/files.ts';
import { applyMigrations, MIGRATION_LOCK, MigrationsDiverge } from '../../../prisma/migrate.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { openDatabase } from '../../../src/platform/database/open.ts';
import { bothDatabases, postgresAvailable, postgresUrl } from '../../support/database.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baobei-migrations-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The project's migrations and one more. */
async function withOneMore(name: string, sql: string): Promise<string> {
  const copy = await mkdtemp(join(folder, name));
  await cp(MIGRATIONS, copy, { recursive: true });
  await mkdir(join(copy, `99991231235959_${name}`));
  await writeFile(join(copy, `99991231235959_${name}`, 'migration.sql'), sql);
  return copy;
}

const names = async () => (await readMigrations()).map(({ name }) => name);

describe.each(await bothDatabases())('Migrations on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('are recorded as Prisma records them, and not run twice', async () => {
    expect(await applyMigrations(database)).toEqual([]);
    const rows = await database.query(Prisma.sql`
      SELECT migration_name AS name, checksum, applied_steps_count AS steps FROM _prisma_migrations ORDER BY name`);
    const recorded = (await readMigrations()).map(({ name, checksum }) => ({ name, checksum, steps: 1 }));
    expect(rows).toEqual(recorded);
  });

  it('that are broken leave nothing behind and are named until somebody repairs them', async () => {
    const copy = await withOneMore('broken', 'CREATE TABLE half (id int); INSERT INTO nowhere VALUES (1);');
    await expect(applyMigrations(database, copy)).rejects.toThrow(/nowhere/);
    expect(await database.query(Prisma.sql`SELECT to_regclass('half') IS NULL AS gone`)).toEqual([
      { gone: true },
    ]);
    await expect(applyMigrations(database, copy)).rejects.toThrow(/broken failed half-way/);
    await database.query(Prisma.sql`DELETE FROM _prisma_migrations WHERE finished_at IS NULL`);
  });

  it('may hold functions, whose bodies have semicolons', async () => {
    const copy = await withOneMore(
      'function',
      'CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;',
    );
    expect(await applyMigrations(database, copy)).toEqual(['99991231235959_function']);
    expect(await database.query(Prisma.sql`SELECT twice(21) AS answer`)).toEqual([{ answer: 42 }]);
  });

  it('that this version does not know stop the start', async () => {
    await expect(applyMigrations(database)).rejects.toThrow(/does not know: 99991231235959_function/);
  });

  it('that were edited after they had been applied stop the start', async () => {
    const edited = await withOneMore('function', 'SELECT 2;');
    await expect(applyMigrations(database, edited)).rejects.toBeInstanceOf(MigrationsDiverge);
  });
});

describe.skipIf(!(await postgresAvailable()))('Four processes that start at once', () => {
  it('migrate the database once', async () => {
    const databaseUrl = await postgresUrl({ empty: true });
    const starts = Array.from({ length: 4 }, async () => {
      await using database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 3 });
      return await applyMigrations(database);
    });
    const applied = await Promise.all(starts);
    expect(applied.flat()).toEqual(await names());
    expect(applied.filter((list) => list.length > 0)).toHaveLength(1);
  });

  it('wait for whoever is in the middle of one', async () => {
    await using database = await openDatabase({
      databaseUrl: await postgresUrl({ empty: true }),
      dataDir: '',
      poolSize: 3,
    });
    await applyMigrations(database);
    const last = String((await names()).at(-1));
    const finish = (at: Prisma.Sql) =>
      Prisma.sql`UPDATE _prisma_migrations SET finished_at = ${at} WHERE migration_name = ${last}`;
    await database.query(finish(Prisma.sql`NULL`));
    const late = await whileLocked(database, async (waiting) => {
      const start = applyMigrations(database);
      await waiting();
      await database.query(finish(Prisma.sql`now()`));
      return { start };
    });
    expect(await late.start).toEqual([]);
    await database.query(finish(Prisma.sql`NULL`));
    await expect(applyMigrations(database)).rejects.toThrow(`${last} failed half-way`);
  });
});

/** The lock of migrations is another's meanwhile; `waiting` ends when somebody waits for it. */
async function whileLocked<T>(
  { connection }: Awaited<ReturnType<typeof openDatabase>>,
  work: (waiting: () => Promise<true>) => Promise<T>,
): Promise<T> {
  if (connection.kind === 'pglite') throw new Error('has no second connection');
  const client = await connection.pool.connect();
  const waiters =
    'SELECT 1 FROM pg_locks WHERE objid = $1 AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(() =>
      vi.waitUntil(async () => (await client.query(waiters, [MIGRATION_LOCK])).rowCount === 1),
    );
  } finally {
    client.release(true);
  }
}
