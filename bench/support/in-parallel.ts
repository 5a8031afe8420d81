/** Works through the items with so many hands at once; seconds that it took. */
export async function inParallel<T>(
  items: readonly T[],
  hands: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  const rest = items.values();
  const hand = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: hands }, hand));
  return (performance.now() - start) / 1_000;
}
