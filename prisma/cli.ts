import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database/open.ts';
import { missingSql, writeMigration } from './diff.ts';
import { applyMigrations } from './migrate.ts';

const USAGE = 'Usage: npm run db:migrate | npm run db:diff -- NAME | npm run db:check';

/** `npm run db:*`. Resolves to the exit code. */
async function run([command, name]: readonly string[], say: (line: string) => void): Promise<number> {
  if (command === 'migrate') return migrate(say);
  if (command === 'check') return check(say);
  if (command === 'diff' && name !== undefined) return diff(name, say);
  say(USAGE);
  return 2;
}

async function migrate(say: (line: string) => void): Promise<number> {
  await using database = await openDatabase(loadConfig(process.env).database);
  const applied = await applyMigrations(database);
  say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  return 0;
}

async function diff(name: string, say: (line: string) => void): Promise<number> {
  const file = await writeMigration(name, systemClock.now());
  say(
    file === undefined ? 'Schema and migrations agree; nothing was written.' : `Wrote ${relative('.', file)}`,
  );
  return 0;
}

async function check(say: (line: string) => void): Promise<number> {
  const sql = await missingSql();
  if (sql === undefined) return 0;
  say(
    `prisma/schema.prisma and prisma/migrations disagree. Run npm run db:diff -- NAME. What is missing:\n${sql}`,
  );
  return 1;
}

if (import.meta.main) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.exitCode = await run(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`));
}
