import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';

/** Another live process has the directory open. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
  readonly pid: number;

  constructor(directory: string, owner: Owner) {
    const where = owner.host === hostname() ? '' : ` on ${owner.host}`;
    super(
      `DATA_DIR ${directory} is in use by process ${owner.pid}${where}. Two processes on one directory lose data: ` +
        `stop that one (kill ${owner.pid}), give this one another DATA_DIR, or set DATABASE_URL to share a PostgreSQL server.`,
    );
    this.pid = owner.pid;
  }
}

const ownerSchema = z.object({ pid: z.number(), host: z.string(), startedAt: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/** How old a lock of another host must be before it is taken over; the owner touches it far more often. */
const STALE_MS = 10_000;

/**
 * Holds the directory for this process alone, until the returned release or the end of the process. A lock whose
 * process died (SIGKILL, power) is taken over at once; one of another host, whose process cannot be seen, when it
 * was not touched for 10 s. Throws {@link DirectoryInUse}.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  // Two processes must not both find a dead owner and each remove the lock that the other has just taken.
  const leaveGate = await lock(join(directory, 'gate'), {
    realpath: false,
    stale: 2_000,
    retries: { retries: 40, minTimeout: 50, maxTimeout: 200 },
  });
  try {
    return await takeOver(directory);
  } finally {
    await leaveGate();
  }
}

async function takeOver(directory: string): Promise<() => Promise<void>> {
  const target = join(directory, 'owner');
  const ownerFile = `${target}.json`;
  const owner = await readOwner(ownerFile);
  if (owner && isHere(owner)) {
    if (await isAlive(owner)) throw new DirectoryInUse(directory, owner);
    await rm(`${target}.lock`, { recursive: true, force: true });
  }
  const retries = { retries: 12, factor: 1, minTimeout: 1_000 };
  const release = await lock(target, { realpath: false, stale: STALE_MS, retries }).catch(
    (error: unknown) => {
      throw owner ? new DirectoryInUse(directory, owner) : error;
    },
  );
  await writeFile(ownerFile, JSON.stringify(await thisProcess()));
  return async () => {
    await rm(ownerFile, { force: true });
    await release();
  };
}

async function readOwner(file: string): Promise<Owner | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined);
  if (content === undefined) return undefined;
  try {
    return ownerSchema.parse(JSON.parse(content));
  } catch {
    // The owner died while writing it.
    return undefined;
  }
}

async function thisProcess(): Promise<Owner> {
  return { pid: process.pid, host: hostname(), startedAt: await startOf(process.pid) };
}

const isHere = (owner: Owner) => owner.host === hostname();

/** A pid is used again soon, and is always 1 in a container: the start of the process tells it from its successor. */
async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return owner.startedAt === (await startOf(owner.pid));
}

/** Field 22 of /proc/PID/stat, ticks since boot; empty where there is no /proc. See proc_pid_stat(5). */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is a name in parentheses that may hold spaces.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
