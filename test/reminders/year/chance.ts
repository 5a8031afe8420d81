/** Chance that is the same in every run: a failed year can be looked at again (mulberry32). */
export function chanceFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    between: (low: number, high: number) => low + next() * (high - low),
    happens: (share: number) => next() < share,
    oneOf: <T>(things: readonly T[]): T => {
      const thing = things[Math.floor(next() * things.length)];
      if (thing === undefined) throw new Error('nothing to choose from');
      return thing;
    },
  };
}

export type Chance = ReturnType<typeof chanceFrom>;
