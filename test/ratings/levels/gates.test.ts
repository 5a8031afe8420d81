import { describe, expect, it } from 'vitest';
import { decimal, toPlaces } from '../../../src/ratings/decimal.ts';
import { openGates, type Standing, unmetGates } from '../../../src/ratings/levels/gates.ts';
import { RATED_LEVELS, type RatedLevel } from '../../../src/ratings/levels/level.ts';
import { wilsonLower } from '../../../src/ratings/levels/wilson.ts';
import type { Dimension } from '../../../src/ratings/rules.ts';
import { rate } from '../../../src/ratings/score/rate.ts';
import { FULL } from '../evidence.ts';

describe('the lower bound of checks', () => {
  it.each([
    [12, 12, 0.8796],
    [36, 36, 0.9564],
    [34, 36, 0.8734],
    [5, 5, 0.7527],
    [9, 10, 0.7175],
    [90, 100, 0.8549],
    [0, 10, 0],
    [0, 0, 0],
  ])('%i of %i', (met, measured, lower) => {
    expect(toPlaces(wilsonLower({ met, measured }), 4)).toBe(lower);
  });
});

const score = (value: number, evidenced = true) => ({ score: decimal(value), evidenced });
const all = (value: number) => ({
  D1: score(value),
  D2: score(value),
  D3: score(value),
  D4: score(value),
  D5: score(value),
  D6: score(value),
  D7: score(value),
});

const BEST: Standing = {
  rating: { dimensions: all(80), coverage: 100 },
  stores: 9,
  storeMonths: 99,
  checks: { met: 90, measured: 95 },
  quartersSinceS1: null,
};
const but = (changes: Partial<Standing>): Standing => ({ ...BEST, ...changes });
const having = (dimension: Dimension, value: number, evidenced = true): Standing =>
  but({ rating: { coverage: 100, dimensions: { ...all(80), [dimension]: score(value, evidenced) } } });
const highest = (standing: Standing): RatedLevel | 'none' => {
  const open = openGates(standing);
  return RATED_LEVELS.findLast((level) => open[level]) ?? 'none';
};

describe('gates', () => {
  it.each<[string, Standing, RatedLevel | 'none']>([
    ['everything', BEST, '6'],
    ['coverage 94', but({ rating: { ...BEST.rating, coverage: 94 } }), '5'],
    ['coverage 84', but({ rating: { ...BEST.rating, coverage: 84 } }), '4'],
    ['coverage 74', but({ rating: { ...BEST.rating, coverage: 74 } }), '3'],
    ['coverage 59', but({ rating: { ...BEST.rating, coverage: 59 } }), 'none'],
    ['five stores', but({ stores: 5 }), '5'],
    ['three stores', but({ stores: 3 }), '4'],
    ['one store', but({ stores: 1 }), 'none'],
    ['47 store-months', but({ storeMonths: 47 }), '5'],
    ['5 store-months', but({ storeMonths: 5 }), 'none'],
    ['D4 at 59.99', having('D4', 59.99), '5'],
    ['D4 at 44.99', having('D4', 44.99), '3'],
    ['D6 at 29.99', having('D6', 29.99), '6'],
    ['D2 at 29.99', having('D2', 29.99), '6'],
    ['D1 at 1 and not evidenced', having('D1', 1, false), '6'],
    ['9 of 10 checks', but({ checks: { met: 9, measured: 10 } }), '4'],
    ['34 of 36 checks', but({ checks: { met: 34, measured: 36 } }), '6'],
    ['an S1 this quarter', but({ quartersSinceS1: 0 }), '4'],
    ['an S1 two quarters ago', but({ quartersSinceS1: 2 }), '5'],
    ['an S1 four quarters ago', but({ quartersSinceS1: 4 }), '6'],
  ])('%s', (_, standing, level) => {
    expect(highest(standing)).toBe(level);
  });

  it('say what is there and what is needed', () => {
    const rating = rate(FULL);
    expect(unmetGates('5', { ...BEST, rating, stores: 3 })).toEqual([{ gate: 'stores', need: 4, have: 3 }]);
    expect(unmetGates('3', having('D2', 20))).toEqual([
      { gate: 'floor', dimension: 'D2', need: 30, have: 20 },
    ]);
  });
});
