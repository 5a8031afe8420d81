import type { Timers } from '../../../adapters/shared/timers.ts';

interface Due {
  readonly at: number;
  readonly call: () => void;
}

/** Time that passes when the test says so. */
export class FakeTimers implements Timers {
  #now = 0;
  #due: Due[] = [];

  after(ms: number, call: () => void): () => void {
    const due = { at: this.#now + ms, call };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((one) => one !== due);
    };
  }

  elapsed(): number {
    return this.#now;
  }

  /** Milliseconds until each of the calls that are waited for, soonest first. */
  get waiting(): readonly number[] {
    return this.#due.map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  pass(ms: number): void {
    this.#now += ms;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { call } of due) call();
  }
}
