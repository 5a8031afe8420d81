import { join } from 'node:path';
import { assembleDatabase, type Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { AccountablePGlite, type PGliteSource, pgliteAdapterFactory } from './pglite-adapter.ts';
import { postgresAdapterFactory, postgresPool } from './postgres-adapter.ts';

export interface DatabaseConfig {
  /** Set: a PostgreSQL server, which several processes may share. */
  readonly databaseUrl?: string | undefined;
  /** Otherwise: the embedded database in this directory, for one process. */
  readonly dataDir: string;
  /** Most connections to the PostgreSQL server; default 10. */
  readonly poolSize?: number;
}

/**
 * Opens the database of the configuration; it is not migrated yet (`applyMigrations`). Throws `DirectoryInUse` when
 * another process has DATA_DIR open. A server is not contacted before the first statement.
 */
export function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.databaseUrl === undefined
    ? openDirectory(config.dataDir)
    : openServer(config.databaseUrl, config.poolSize);
}

async function openDirectory(dataDir: string): Promise<Database> {
  const release = await lockDirectory(dataDir);
  try {
    return await openPGlite({ dataDir: join(dataDir, 'pglite') }, release);
  } catch (error) {
    await release();
    throw error;
  }
}

/** An embedded database without a lock: in memory, or in a directory that nobody else knows. */
export async function openPGlite(source: PGliteSource, release = async () => {}): Promise<Database> {
  const pglite = new AccountablePGlite(source);
  await pglite.waitReady;
  // Prisma's adapters drop the zone of a timestamptz, so the session must speak UTC.
  await pglite.exec("SET TIME ZONE 'UTC'");
  return assembleDatabase({
    connection: { kind: 'pglite', pglite },
    adapterFactory: pgliteAdapterFactory(pglite),
    close: async () => {
      try {
        if (!pglite.closed) await pglite.close();
      } finally {
        await release();
      }
    },
  });
}

async function openServer(url: string, poolSize = 10): Promise<Database> {
  const pool = postgresPool(url, poolSize);
  return assembleDatabase({
    connection: { kind: 'postgres', pool, url },
    adapterFactory: postgresAdapterFactory(pool),
    close: () => pool.end(),
  });
}
