import { useEffect, useState } from 'react';
import { Observable, useObservable } from './observable.ts';
import { isRecord } from './record.ts';

/** The zone that the record reckons in. */
export const CLOCK_ZONE = 'Asia/Shanghai';

/** The simulated instant when it was last told, and the browser's own clock at that moment. */
const told = new Observable({ nowMs: Date.now(), at: performance.now() });

/** What the server's stream says of the clock. */
export function hearClock(data: string): void {
  const parsed: unknown = JSON.parse(data);
  const now = isRecord(parsed) ? Date.parse(String(parsed.now)) : Number.NaN;
  if (!Number.isNaN(now)) told.set({ nowMs: now, at: performance.now() });
}

/** The simulated now in milliseconds, whole multiples of `everyMs`. The simulated clock runs as fast as ours. */
export function useNow(everyMs: number): number {
  const { nowMs, at } = useObservable(told);
  const [, wake] = useState(0);
  const now = nowMs + performance.now() - at;
  useEffect(() => {
    const timer = setTimeout(() => wake((count) => count + 1), everyMs - (now % everyMs));
    return () => clearTimeout(timer);
  });
  return Math.floor(now / everyMs) * everyMs;
}

export type ClockMove = { readonly by: 'hour' | 'business-day' | 'week' } | { readonly to: string };

/** Moves the clock for everybody. Resolves with the new time, or the reason why it stands. */
export async function moveClock(move: ClockMove): Promise<{ now: Date } | { failed: string }> {
  const response = await fetch('/simulator/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(move),
  });
  const answer = await response.json();
  return response.ok ? { now: new Date(answer.now) } : { failed: String(answer.message ?? response.status) };
}
