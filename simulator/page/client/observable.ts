import { useSyncExternalStore } from 'react';

/** A value that many parts of the page watch. */
export class Observable<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  update(change: (value: T) => T): void {
    this.set(change(this.#value));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): T => this.#value;
}

export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.read);
}

/** The values of several observables as one. */
export function combined<T>(sources: readonly Observable<T>[]): Observable<readonly T[]> {
  const values = () => sources.map((source) => source.value);
  const all = new Observable<readonly T[]>(values());
  for (const source of sources) source.subscribe(() => all.set(values()));
  return all;
}
