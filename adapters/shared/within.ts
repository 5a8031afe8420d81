import type { Timers } from './timers.ts';

/** The result, or `late` when it takes longer. The work goes on either way. */
export async function within<T>(timers: Timers, ms: number, work: Promise<T>): Promise<T | 'late'> {
  let cancel = () => {};
  const late = new Promise<'late'>((resolve) => {
    cancel = timers.after(Math.max(0, ms), () => resolve('late'));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    cancel();
  }
}
