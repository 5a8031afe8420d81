import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../../src/main/demo.ts';
import type { RunningProcess } from '../../../src/main/process.ts';
import { createLogger } from '../../../src/platform/logger.ts';

/** The demo as `npm start` gives it, in a folder of its own on a free port. */
export async function startOwnDemo(): Promise<RunningProcess> {
  await using stack = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'baobei-browser-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  const config = {
    database: { dataDir },
    http: { host: '127.0.0.1', port: 0 },
    defaults: { locale: 'en', timeZone: 'Asia/Shanghai' },
    logLevel: 'warn',
  } as const;
  const running = stack.use(await startDemo(config, createLogger({ level: 'error' })));
  const owned = stack.move();
  return { ...running, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
