import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Timers } from '../../shared/timers.ts';

/** Longer than this nobody waits in the process: the queue takes the message back. */
const LONGEST_WAIT_SECONDS = 5;
const WAITS = 2;

/**
 * Asks again after a 429, as long as Slack's `Retry-After` is short. https://docs.slack.dev/apis/web-api/rate-limits/
 * A refused call was not carried out, so that repeating it doubles nothing.
 */
export async function patiently<T>(timers: Timers, call: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError) || waited >= WAITS) throw error;
      if (error.retryAfter > LONGEST_WAIT_SECONDS) throw error;
      await pause(timers, error.retryAfter * 1_000);
    }
  }
}

function pause(timers: Timers, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(ms, resolve);
  });
}
