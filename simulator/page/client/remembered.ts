import { Observable } from './observable.ts';

/** A value that this browser keeps. `read` judges what was stored: it may come from an older page. */
export function remembered<T>(key: string, read: (stored: unknown) => T): Observable<T> {
  const name = `baobei.${key}`;
  const observable = new Observable(read(stored(name)));
  observable.subscribe(() => localStorage.setItem(name, JSON.stringify(observable.value)));
  return observable;
}

function stored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
