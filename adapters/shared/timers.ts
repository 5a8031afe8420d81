/** Real time, as little as an adapter needs of it: a platform's three seconds do not wait for anybody's clock. */
export interface Timers {
  /** Calls back once after so many milliseconds; the result cancels it. Never keeps the process alive. */
  after(ms: number, call: () => void): () => void;
  /** Milliseconds that only ever grow. */
  elapsed(): number;
}

export const realTimers: Timers = {
  after(ms, call) {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
  elapsed: () => performance.now(),
};
