import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { DatabaseUnavailable } from '../../../src/platform/database/errors.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { openDatabase } from '../../../src/platform/database/open.ts';
import { embeddedDatabase, postgres, postgresAvailable } from '../../support/database.ts';

const SLEEP = Prisma.sql`SELECT 1 AS one FROM pg_sleep(20)`;
const insert = (id: number) => Prisma.sql`INSERT INTO ledger VALUES (${id}, 0)`;

describe.skipIf(!(await postgresAvailable()))('A PostgreSQL server that goes away', () => {
  let database: Database;
  beforeAll(async () => {
    database = await postgres();
    await database.query(Prisma.sql`CREATE TABLE ledger (id int PRIMARY KEY, amount int)`);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const killSleeper = async () => {
    const killed = await database.query(Prisma.sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'`);
    expect(killed).toHaveLength(1);
  };

  it('leaves nothing of the change that it interrupted, which may be tried again', async () => {
    const change = database.change([insert(1), SLEEP, insert(2)]);
    const outcome = expect(change).rejects.toMatchObject({ name: 'DatabaseUnavailable', retryable: true });
    await vi.waitFor(killSleeper, { timeout: 10_000 });
    await outcome;
    expect(await database.query(Prisma.sql`SELECT id FROM ledger`)).toEqual([]);
    await database.change([insert(1), insert(2)]);
    expect(await database.query(Prisma.sql`SELECT id FROM ledger ORDER BY id`)).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });

  it('is reported as unavailable when it cannot be reached', async () => {
    await using unreachable = await openDatabase({
      databaseUrl: 'postgres://nobody@127.0.0.1:1/none',
      dataDir: '',
    });
    await expect(unreachable.query(Prisma.sql`SELECT 1`)).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(unreachable.change([Prisma.sql`SELECT 1`])).rejects.toBeInstanceOf(DatabaseUnavailable);
  });

  it('runs two changes that wait for each other one after the other', async () => {
    await database.change([insert(10), insert(20)]);
    const add = (id: number) => Prisma.sql`UPDATE ledger SET amount = amount + 1 WHERE id = ${id}`;
    const pause = Prisma.sql`SELECT 1 AS one FROM pg_sleep(0.2)`;
    await Promise.all([
      database.change([add(10), pause, add(20)]),
      database.change([add(20), pause, add(10)]),
    ]);
    const rows = await database.query(Prisma.sql`SELECT id, amount FROM ledger WHERE id >= 10 ORDER BY id`);
    expect(rows).toEqual([
      { id: 10, amount: 2 },
      { id: 20, amount: 2 },
    ]);
  });
});

it('An embedded database that was closed is reported as unavailable', async () => {
  await using database = await embeddedDatabase();
  if (database.connection.kind === 'pglite') await database.connection.pglite.close();
  await expect(database.change([Prisma.sql`SELECT 1`])).rejects.toBeInstanceOf(DatabaseUnavailable);
});
