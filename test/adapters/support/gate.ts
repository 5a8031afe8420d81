/** Holds work back until the test opens it; nobody sleeps. */
export class Gate {
  readonly #opened = Promise.withResolvers<void>();

  open(): void {
    this.#opened.resolve();
  }

  passed(): Promise<void> {
    return this.#opened.promise;
  }
}
