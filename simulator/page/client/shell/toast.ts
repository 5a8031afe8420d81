import { Observable } from '../observable.ts';

/** One line about what just happened, gone after a while. */
export const toast = new Observable<string | undefined>(undefined);

const SHOWN_MS = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string): void {
  toast.set(text);
  clearTimeout(timer);
  timer = setTimeout(() => toast.set(undefined), SHOWN_MS);
}
