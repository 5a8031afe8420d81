import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lock } from 'proper-lockfile';

const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'src/platform/database/generated');
const STAMP = join(OUTPUT, '.stamp');

/**
 * Writes the Prisma client for schema.prisma, unless it is there already: `prisma generate` takes two seconds, and
 * this runs before every start and test. Needs no network.
 */
export async function generateClient(): Promise<'unchanged' | 'generated'> {
  const wanted = await fingerprint();
  if (await isCurrent(wanted)) return 'unchanged';
  await mkdir(OUTPUT, { recursive: true });
  // A start and a test run may meet here in one checkout.
  const release = await lock(OUTPUT, { retries: { retries: 60, factor: 1, minTimeout: 250 } });
  try {
    if (await isCurrent(wanted)) return 'unchanged';
    await promisify(execFile)(process.execPath, [await prismaCli(), 'generate'], { cwd: ROOT });
    await writeFile(STAMP, wanted);
    return 'generated';
  } finally {
    await release();
  }
}

async function isCurrent(wanted: string): Promise<boolean> {
  return (await readFile(STAMP, 'utf8').catch(() => '')) === wanted;
}

async function fingerprint(): Promise<string> {
  const files = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/@prisma/client/package.json'];
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(ROOT, file)));
  return hash.digest('hex');
}

async function prismaCli(): Promise<string> {
  const cli = join(ROOT, 'node_modules/prisma/build/index.js');
  await access(cli).catch(() => {
    throw new Error(
      'The Prisma client is not generated, and the package that does it is missing. Run `npm ci` without --omit=dev, or ' +
        'copy src/platform/database/generated from a checkout where `npm start` has run.',
    );
  });
  return cli;
}

if (import.meta.main) await generateClient();
