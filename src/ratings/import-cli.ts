import { existsSync } from 'node:fs';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database/open.ts';
import { runImport } from './import-cli/run.ts';

/** `npm run import -- FILE`: see `import-cli/run.ts`. Neither chat platform is needed, so none of their settings is read. */
if (import.meta.main) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { DATABASE_URL, DATA_DIR } = process.env;
  process.exitCode = await runImport(process.argv.slice(2), {
    openDatabase: () =>
      openDatabase({ databaseUrl: DATABASE_URL || undefined, dataDir: DATA_DIR || './data' }),
    clock: systemClock,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}
