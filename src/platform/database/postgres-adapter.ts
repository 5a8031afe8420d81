import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { asDriverError } from './script-error.ts';

/** Connections wait this long before the database counts as unavailable; below what a chat platform waits for. */
const CONNECT_TIMEOUT_MS = 2_500;

/** @param size most connections that this process may hold. */
export function postgresPool(databaseUrl: string, size: number): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'baobei',
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    onConnect: useUtc,
  });
}

/** Prisma's adapters drop the zone of a timestamptz, so every session must speak UTC. */
async function useUtc(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'");
}

/** Prisma's way to a PostgreSQL server. The caller owns the pool and ends it. */
export function postgresAdapterFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaPg(pool);
  return {
    provider: 'postgres',
    adapterName: inner.adapterName,
    connect: async () => {
      const adapter = await inner.connect();
      // The adapter cuts a script at every semicolon, also those inside a function's body.
      adapter.executeScript = async (script) => void (await pool.query(script).catch(rethrow));
      return adapter;
    },
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
}

function rethrow(error: unknown): never {
  throw error instanceof pg.DatabaseError ? asDriverError(error) : error;
}
