/** Failed codes of one chat account within this time lock it. */
const LOCK_WINDOW_MS = 60 * 60 * 1000;
export const FAILURES_ALLOWED = 10;

export const windowStart = (now: Date): Date => new Date(now.getTime() - LOCK_WINDOW_MS);

/** Tries that are left, given the failures within the window. */
export const triesLeft = (failures: readonly Date[]): number =>
  Math.max(0, FAILURES_ALLOWED - failures.length);

/** When the next try counts again: as soon as fewer than ten failures lie within one hour. Null: it does now. */
export function lockedUntil(failures: readonly Date[]): Date | null {
  const sorted = failures.map((failure) => failure.getTime()).sort((a, b) => a - b);
  const deciding = sorted.at(-FAILURES_ALLOWED);
  return deciding === undefined || sorted.length < FAILURES_ALLOWED
    ? null
    : new Date(deciding + LOCK_WINDOW_MS);
}
