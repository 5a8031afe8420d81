export interface UntilOptions {
  /** Real milliseconds. */
  readonly timeoutMs?: number;
  /** Said when the time is over; a function sees how things stand then. */
  readonly what?: string | (() => string);
}

/**
 * Resolves with the first truthy thing that `probe` gives, asked again at each change. A probe that
 * throws counts as not yet.
 */
export async function until<T>(
  where: { onChange(listener: () => void): () => void },
  probe: () => T,
  { timeoutMs = 5_000, what = 'the condition' }: UntilOptions = {},
): Promise<NonNullable<T>> {
  const { promise, resolve, reject } = Promise.withResolvers<NonNullable<T>>();
  let lastError: unknown;
  const ask = () => {
    try {
      const found = probe();
      if (found) resolve(found);
    } catch (error) {
      lastError = error;
    }
  };
  const stop = where.onChange(ask);
  const timer = setTimeout(() => {
    const subject = typeof what === 'function' ? what() : what;
    reject(new Error(`Waited ${timeoutMs} ms in vain for ${subject}`, { cause: lastError }));
  }, timeoutMs);
  ask();
  try {
    return await promise;
  } finally {
    stop();
    clearTimeout(timer);
  }
}
