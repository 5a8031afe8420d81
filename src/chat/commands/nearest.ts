import { closest, distance } from 'fastest-levenshtein';

/** The word that was probably meant; undefined when none is near enough to be a slip of the keyboard. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || typed === '') return undefined;
  const word = typed.toLowerCase();
  const starting = known.filter((candidate) => word.length >= 2 && candidate.startsWith(word));
  if (starting.length === 1) return starting[0];
  const candidate = closest(word, [...known]);
  const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
  return distance(word, candidate) <= allowed ? candidate : undefined;
}
