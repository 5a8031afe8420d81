import { openAsBlob } from 'node:fs';
import { inject } from 'vitest';
import type { Database } from '../../src/platform/database/database.ts';
import { openDatabase, openPGlite } from '../../src/platform/database/open.ts';

/**
 * A migrated embedded database of its own, in memory unless a folder is given. Dispose it with `await using`, or in
 * `afterAll`.
 */
export async function embeddedDatabase(dataDir?: string): Promise<Database> {
  const loadDataDir = await openAsBlob(inject('databaseTemplate'));
  return openPGlite(dataDir === undefined ? { loadDataDir } : { dataDir, loadDataDir });
}

/** A migrated PostgreSQL database of its own. Ask {@link postgresAvailable} first. */
export async function postgres(options: { readonly poolSize?: number } = {}): Promise<Database> {
  return openDatabase({ databaseUrl: await postgresUrl(), dataDir: '', ...options });
}

/** URL of a PostgreSQL database of its own, for what opens it several times; `empty`: without any migration. */
export async function postgresUrl({ empty = false } = {}): Promise<string> {
  const response = await fetch(`${inject('postgresDesk')}/${empty ? 'empty' : 'migrated'}`);
  const body = await response.text();
  if (!response.ok) throw new Error(`No PostgreSQL for tests: ${body}. Set TEST_DATABASE_URL.`);
  return body;
}

/**
 * Whether this machine can run PostgreSQL; false is for a developer's machine alone, and throws where CI is set.
 * `describe.skipIf(!(await postgresAvailable()))`.
 */
export async function postgresAvailable(): Promise<boolean> {
  const response = await fetch(`${inject('postgresDesk')}/available`);
  const body = await response.text();
  if (response.ok) return true;
  if (process.env.CI !== undefined || response.status !== 503) {
    throw new Error(`PostgreSQL must run here: ${body}. Set TEST_DATABASE_URL.`);
  }
  return false;
}

/**
 * A migrated database of its own, whichever it is: PostgreSQL copies one in a tenth of the time, where it runs. What may
 * differ between the two asks for {@link bothDatabases}.
 */
export async function testDatabase(): Promise<Database> {
  return (await postgresAvailable()) ? postgres({ poolSize: 3 }) : embeddedDatabase();
}

interface DatabaseKind {
  readonly name: string;
  readonly open: () => Promise<Database>;
}

/** Both databases, for `describe.each(await bothDatabases())('... on $name', ({ open }) => ...)`. */
export async function bothDatabases(): Promise<readonly DatabaseKind[]> {
  const embedded = { name: 'PGlite', open: () => embeddedDatabase() };
  return (await postgresAvailable())
    ? [embedded, { name: 'PostgreSQL', open: () => postgres() }]
    : [embedded];
}
