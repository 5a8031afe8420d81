import type { Slice, Wanted } from './space.ts';

/** Cuts one more than was asked for down to a slice. @param at the sorting values of an item */
export function sliceOf<T>(rows: readonly T[], limit: number, at: (item: T) => readonly string[]): Slice<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? at(last) : null };
}

/** A slice of a short list that is in memory whole, in the order of its ids; `newestFirst`: the other way round. */
export function sliceById<T extends { readonly id: string }>(
  all: readonly T[],
  { limit, after, newestFirst = false }: Wanted & { readonly newestFirst?: boolean },
): Slice<T> {
  const [last] = after ?? [];
  const isBefore = (a: string, b: string) => (newestFirst ? a > b : a < b);
  const rest = all.filter(({ id }) => last === undefined || isBefore(last, id));
  const sorted = rest.toSorted((a, b) => (isBefore(a.id, b.id) ? -1 : 1));
  return sliceOf(sorted, limit, ({ id }) => [id]);
}
