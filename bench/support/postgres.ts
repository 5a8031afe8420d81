import { applyMigrations } from '../../prisma/migrate.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { PostgresDatabases } from '../../test/support/postgres-databases.ts';
import { startPostgres } from '../../test/support/postgres-server.ts';

export interface BenchServer extends AsyncDisposable {
  /** URL of a migrated database that nobody else has. */
  create(): Promise<string>;
}

/** The same PostgreSQL as the tests': from npm, or what TEST_DATABASE_URL names. */
export async function benchServer(): Promise<BenchServer> {
  await using stack = new AsyncDisposableStack();
  const server = await startPostgres();
  if ('missing' in server) throw new Error(`No PostgreSQL: ${server.missing}; or set TEST_DATABASE_URL.`);
  stack.defer(server.stop);
  const databases = stack.use(new PostgresDatabases(server.adminUrl));
  const owned = stack.move();
  return { create: () => databases.create(), [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** A database of the server, opened with as many connections as the work has hands. */
export async function openBench(databaseUrl: string, poolSize: number): Promise<Database> {
  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize });
  // The server goes down while the last connections are still saying goodbye.
  if (database.connection.kind === 'postgres') database.connection.pool.on('error', () => {});
  await applyMigrations(database);
  return database;
}
