import type { Connection, Database } from '../src/platform/database/database.ts';
import { loadSchemaEngine, NO_FILTER } from './engine.ts';
import { MIGRATIONS, type Migration, migrationList, readMigrations } from './files.ts';

/** A migration that was applied has been edited, failed half-way, or is unknown to this checkout. */
export class MigrationsDiverge extends Error {
  override readonly name = 'MigrationsDiverge';
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Any number that nothing else in the database locks: "baobei" in ASCII, cut to what a lock takes. */
export const MIGRATION_LOCK = 0x62_61_6f_62;

/**
 * Brings the database up to the migrations of this checkout and returns the names of those just applied. Several
 * processes may start at once: one migrates, the others wait for it. Throws {@link MigrationsDiverge}.
 */
export async function applyMigrations(database: Database, folder = MIGRATIONS): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  if ((await pending(database.connection, migrations)).length === 0) return [];
  return exclusively(database.connection, async () => {
    // Somebody else may have been faster while we waited for the lock.
    const missing = await pending(database.connection, migrations);
    if (missing.length === 0) return [];
    refuseHalves(missing);
    using engine = await loadSchemaEngine(database.adapterFactory);
    const migrationsList = migrationList(migrations, folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedMigrationNames;
  });
}

interface Pending {
  readonly name: string;
  /** Begun and not finished: somebody is at it now or, to whoever holds the lock, it failed. */
  readonly begun: boolean;
}

/** What is not yet applied, by a plain query: the usual start has nothing to do and need not load the engine. */
async function pending(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<readonly Pending[]> {
  const applied = new Map((await readApplied(connection)).map((row) => [row.migration_name, row]));
  for (const migration of migrations) refuseDivergence(migration, applied.get(migration.name));
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new MigrationsDiverge(
      `The database has migrations that this version does not know: ${unknown.join(', ')}. It was used by a newer ` +
        'version; start that one, or restore a backup from before it.',
    );
  }
  return migrations
    .filter(({ name }) => applied.get(name)?.finished !== true)
    .map(({ name }) => ({ name, begun: applied.has(name) }));
}

function refuseHalves(missing: readonly Pending[]): void {
  const half = missing.find(({ begun }) => begun);
  if (!half) return;
  throw new MigrationsDiverge(
    `Migration ${half.name} failed half-way. See its row in _prisma_migrations, repair the tables by hand, ` +
      'and delete that row to run it again.',
  );
}

function refuseDivergence(migration: Migration, applied: AppliedMigration | undefined): void {
  if (!applied) return;
  if (applied.checksum !== migration.checksum) {
    throw new MigrationsDiverge(
      `Migration ${migration.name} was edited after it had been applied. Restore the file and write the change as a ` +
        'new migration (npm run db:diff -- NAME).',
    );
  }
}

async function readApplied(connection: Connection): Promise<readonly AppliedMigration[]> {
  const [exists] = await rows<{ found: boolean }>(
    connection,
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
  );
  if (!exists?.found) return [];
  return rows(
    connection,
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
}

async function rows<T>(connection: Connection, sql: string): Promise<T[]> {
  if (connection.kind === 'pglite') return (await connection.pglite.query<T>(sql)).rows;
  return (await connection.pool.query(sql)).rows;
}

/** A session's advisory lock, on a connection of its own; the embedded database has one process anyway. */
async function exclusively<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  if (connection.kind === 'pglite') return work();
  const client = await connection.pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    // Closing the connection gives the lock back even when a statement on it failed.
    client.release(true);
  }
}
