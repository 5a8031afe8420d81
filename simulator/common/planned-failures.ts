interface Planned<Failure> {
  readonly method: string;
  readonly failure: Failure;
  left: number;
}

/** Failures that were ordered for the next calls, oldest first. */
export class PlannedFailures<Failure> {
  readonly #planned: Planned<Failure>[] = [];

  /** `method` may be `*` for any. */
  plan(method: string, failure: Failure, times = 1): void {
    this.#planned.push({ method, failure, left: times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  /** Uses one up. */
  take(method: string): Failure | undefined {
    const planned = this.#planned.find(
      (one) => one.left > 0 && (one.method === '*' || one.method === method),
    );
    if (planned) planned.left -= 1;
    return planned?.failure;
  }
}
