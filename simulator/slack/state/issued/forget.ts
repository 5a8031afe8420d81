const KEPT = 2_000;

/** Keeps what is issued with every click from growing without end; ids are counted, so the oldest come first. */
export function forgetOldest(issued: Record<string, unknown>): void {
  const ids = Object.keys(issued);
  if (ids.length <= KEPT) return;
  for (const id of ids.slice(0, KEPT / 2)) delete issued[id];
}
