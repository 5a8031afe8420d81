const KEPT = 10_000;

/**
 * Requests that this process has seen, for as long as a replay could still pass Slack's five minutes. What changes the
 * record is refused by the record itself, for ever and in every process; this spares it the rest.
 */
export class RecentKeys {
  #young = new Set<string>();
  #old = new Set<string>();

  /** True the first time. */
  isNew(key: string): boolean {
    if (this.#young.has(key) || this.#old.has(key)) return false;
    if (this.#young.size >= KEPT) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    this.#young.add(key);
    return true;
  }
}
