// Entries are told one after the other, so that the last one typed is the last one kept.
let telling: Promise<unknown> = Promise.resolve();

export function inOrder<T>(tell: () => Promise<T>): Promise<T> {
  const told = telling.then(tell, tell);
  telling = told;
  return told;
}

/** Resolves when the stand-ins know everything that was typed. */
export const everythingTold = (): Promise<unknown> => telling;
