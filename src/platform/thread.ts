import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

/** So long an idle thread keeps what it has loaded. */
const IDLE_MS = 5 * 60_000;

/**
 * A function that a module exports by this name, done on a thread of its own, one task after the other: for work beside
 * which a click would wait. The thread begins with the first task, keeps no process from ending, and one that died is
 * replaced by the next task. Tasks and results are copied, so that a long text is better than many objects.
 *
 * @example const draw = onThread<typeof drawn>(new URL('./drawn.ts', import.meta.url), 'drawn');
 */
export function onThread<Work extends (task: never) => unknown>(
  module: URL,
  name: string,
): (task: Parameters<Work>[0]) => Promise<Awaited<ReturnType<Work>>> {
  const pool = new Piscina<Parameters<Work>[0], Awaited<ReturnType<Work>>>({
    filename: fileURLToPath(module),
    name,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
  });
  return (task) => pool.run(task);
}
