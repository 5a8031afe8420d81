import { describe, expect, it } from 'vitest';
import { BENEFITS, benefitLevel } from '../../../src/ratings/ladder/benefits.ts';
import { LEVELS } from '../../../src/ratings/levels/level.ts';

const held = (level: '3' | '4', benefitsLevel: '4' | null) => ({
  level,
  benefitsLevel,
  benefitsUntil: '2026-06-30',
});

describe('the ladder', () => {
  it('gives more with every level, and never less', () => {
    expect(LEVELS.map((level) => BENEFITS[level].openBids)).toEqual([2, 2, 4, 6, 10, 15]);
    expect(LEVELS.map((level) => BENEFITS[level].consultationMinutes)).toEqual([
      1_080, 1_080, 1_080, 540, 240, 120,
    ]);
    expect(LEVELS.map((level) => BENEFITS[level].reviewMinutes)).toEqual([
      1_080, 1_080, 1_080, 1_080, 540, 540,
    ]);
    expect(LEVELS.map((level) => BENEFITS[level].bulkActions)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['2026-06-30', '4'],
    ['2026-07-01', '3'],
  ])('after a demotion still gives on %s what %s gives', (today, level) => {
    expect(benefitLevel(held('3', '4'), today)).toBe(level);
  });

  it('gives what the level gives where nothing was taken', () => {
    expect(benefitLevel(held('4', null), '2026-06-01')).toBe('4');
  });
});
