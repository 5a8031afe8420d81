import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { asDriverError } from './script-error.ts';

/** Connections wait this long before the database counts as unavailable; below what a chat platform waits for. */
const CONNECT_TIMEOUT_MS = 2_500;

/** @param size most connections that this process may hold. */
export function postgresPool(databaseUrl: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'baobei',
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    onConnect: prepareSession,
  });
  // An idle connection that the server ends is replaced at the next statement; unheard, its error would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Prisma's adapters drop the zone of a timestamptz, so every session must speak UTC. Nothing here runs long enough to win
 * back what compiling it costs (https://www.postgresql.org/docs/current/jit-decision.html).
 */
async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'; SET jit = off");
}

/** Prisma's way to a PostgreSQL server. The caller owns the pool and ends it. */
export function postgresAdapterFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaPg(pool, { statementNameGenerator: preparedNames() });
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

/** For pg, a statement without a name is not kept. */
const UNNAMED = '';
/** Statements whose text varies with their lists are not worth a plan each. */
const MOST_PREPARED = 300;

/**
 * Names for the statements that are asked again and again, so that the server plans each once a connection: planning the
 * case query costs more than running it. See docs/measurements.md.
 */
function preparedNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_PREPARED) return UNNAMED;
    const name = `baobei_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}

function rethrow(error: unknown): never {
  throw error instanceof pg.DatabaseError ? asDriverError(error) : error;
}
