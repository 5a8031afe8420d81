import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from '../support/measurement.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const PATIENCE_MS = 60_000;

/** Architecture §7, last line: `npm start` without any setting, until `/readyz` says so. */
export async function benchStart(): Promise<readonly Measurement[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baobei-bench-start-'));
  try {
    const fresh = await secondsToReady(dataDir);
    const second = await secondsToReady(dataDir);
    return [line('first start, fresh directory', fresh, 6), line('second start', second, 2)];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const line = (what: string, seconds: number, most: number): Measurement => ({
  what: `default start, ${what}`,
  measured: `${seconds.toFixed(1)} s`,
  peer: '',
  ratio: null,
  budget: `≤ ${most} s`,
  met: seconds <= most,
});

async function secondsToReady(dataDir: string): Promise<number> {
  const { PATH, HOME } = process.env;
  const start = performance.now();
  // A folder without .env, so that nobody's own settings are measured.
  const child = spawn(process.execPath, [MAIN], {
    cwd: dataDir,
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await announced(child.stdout);
    await ready(url);
    return (performance.now() - start) / 1_000;
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

async function announced(output: AsyncIterable<Buffer>): Promise<string> {
  let said = '';
  for await (const part of output) {
    said += part.toString();
    const url = /Baobei is ready: (\S+)/.exec(said)?.[1];
    if (url) return url;
  }
  throw new Error(`The process ended before it was ready:\n${said}`);
}

async function ready(url: string): Promise<void> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${url}/readyz answered ${response.status}`);
}
