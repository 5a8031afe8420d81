import type { Clock } from '../../src/platform/clock.ts';

/** Time as the demo has it: it goes on by itself, and can be moved. */
export class DemoClock implements Clock {
  #offsetMs: number;
  readonly #real: Clock;

  constructor(real: Clock, offsetMs = 0) {
    this.#real = real;
    this.#offsetMs = offsetMs;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  now(): Date {
    return new Date(this.#real.now().getTime() + this.#offsetMs);
  }

  moveTo(instant: Date): void {
    this.#offsetMs = instant.getTime() - this.#real.now().getTime();
  }
}
