import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiffParams } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { openPGlite } from '../src/platform/database/open.ts';
import { loadSchemaEngine, NO_FILTER } from './engine.ts';
import { MIGRATIONS, migrationList, readMigrations, readSchema } from './files.ts';

/** What it says when there is nothing to do, instead of an empty script. */
const EMPTY_SCRIPT = /^(\s*--[^\n]*\n?)*\s*$/;

/** SQL that leads from the migrations to schema.prisma; undefined when they agree. Needs no database of the user's. */
export async function missingSql(): Promise<string | undefined> {
  await using database = await openPGlite({});
  // The engine replays the migrations in a second database; this one stays empty, so it serves as both.
  const { adapterFactory } = database;
  using engine = await loadSchemaEngine({
    ...adapterFactory,
    connectToShadowDb: () => adapterFactory.connect(),
  });
  const params: DiffParams = {
    from: { tag: 'migrations', ...migrationList(await readMigrations()) },
    to: { tag: 'schemaDatamodel', ...(await readSchema()) },
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  };
  const { stdout } = await engine.diff(params);
  return stdout === null || EMPTY_SCRIPT.test(stdout) ? undefined : stdout;
}

/**
 * Writes `prisma/migrations/<timestamp>_<name>/migration.sql` and returns its path; undefined when schema and
 * migrations already agree. SQL that Prisma cannot express may be added to the file before it is first applied.
 * @param at names the folder, in UTC.
 */
export async function writeMigration(name: string, at: Date): Promise<string | undefined> {
  const sql = await missingSql();
  if (sql === undefined) return undefined;
  const timestamp = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS, `${timestamp}_${name.replace(/\W+/g, '_').toLowerCase()}`);
  await mkdir(folder);
  const file = join(folder, 'migration.sql');
  await writeFile(file, sql);
  return file;
}
