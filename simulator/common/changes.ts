/** Tells whoever listens that something changed; what changed is said coarsely, so that the listener looks for itself. */
export class Changes<Change extends string> {
  readonly #listeners = new Set<(change: Change) => void>();

  changed(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  /** Returns the way to stop listening. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
