import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMigrations } from '../../prisma/files.ts';
import { applyMigrations } from '../../prisma/migrate.ts';
import { openPGlite } from '../../src/platform/database/open.ts';
import type { AccountablePGlite } from '../../src/platform/database/pglite-adapter.ts';

const ROOT = join(import.meta.dirname, '../..');
const A_DAY_MS = 86_400_000;
const CACHE = join(ROOT, 'node_modules/.cache/baobei');

/**
 * The file of a migrated, empty PGlite. It is kept between runs under a name that follows its ingredients: loading
 * it takes 0.4 s, making it 4 s.
 */
export async function migratedTemplate(): Promise<string> {
  const file = join(CACHE, `template-${await fingerprint()}.tar`);
  if (await stat(file).catch(() => undefined)) return file;
  await mkdir(CACHE, { recursive: true });
  await forgetOld();
  await using database = await openPGlite({});
  await applyMigrations(database);
  if (database.connection.kind === 'pglite') await dump(database.connection.pglite, file);
  return file;
}

async function dump(pglite: AccountablePGlite, file: string): Promise<void> {
  const archive = await pglite.dumpDataDir('none');
  // Another run may be reading or writing the same file.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await archive.arrayBuffer()));
  await rename(unfinished, file);
}

/** Each is 44 MB, and somebody who writes migrations would gather one a day. Those of the last day may be another branch's. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const file = join(CACHE, name);
    const { mtimeMs } = (await stat(file).catch(() => undefined)) ?? {};
    if (mtimeMs !== undefined && Date.now() - mtimeMs > A_DAY_MS) await rm(file, { force: true });
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['@electric-sql/pglite', 'pg-boss']) {
    hash.update(await readFile(join(ROOT, 'node_modules', name, 'package.json')));
  }
  for (const { name, checksum } of await readMigrations()) hash.update(name + checksum);
  return hash.digest('hex').slice(0, 16);
}
