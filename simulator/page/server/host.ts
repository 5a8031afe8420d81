import type { PageSetup, PlatformKind } from '../setup.ts';

/** The simulated time. Whoever composes the process gives it; the page only turns its hands. */
export interface MovableClock {
  now(): Date;
  /** Sets the clock and resolves once everything that became due has been woken. */
  moveTo(instant: Date): void | Promise<void>;
}

/** Something that says when it changed. */
export interface Changing {
  /** Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
}

/** What the page needs of the process that serves it. */
export interface PageHost {
  readonly clock: MovableClock;
  /** The stand-ins, by their platforms. */
  readonly changes: Readonly<Record<PlatformKind, Changing>>;
  /** Back to the first morning: empties the record and the stand-ins and seeds them again. Left out: not offered. */
  readonly reset?: () => Promise<void>;
  readonly setup: Omit<PageSetup, 'canReset'>;
  /** Where the bundle is kept between starts; under node_modules/.cache unless given. */
  readonly cacheDir?: string;
}
