import { describe, expect, it } from 'vitest';
import { cheapestSteps, nextLevel } from '../../../src/ratings/explain/next-level.ts';
import { rate } from '../../../src/ratings/score/rate.ts';
import { FULL } from '../evidence.ts';

const STANDING = {
  rating: rate(FULL),
  stores: 4,
  storeMonths: 40,
  checks: FULL.checks,
  quartersSinceS1: null,
};

describe('what the next level needs', () => {
  it.each([
    ['P', null, 'R', 0, []],
    ['3', 63.2, '4', 1.8, []],
    ['4', 66.49, '5', 5.51, []],
    ['5', 79, '6', 0, ['stores', 'store-months']],
  ] as const)('above %s at %s', (level, published, next, points, gates) => {
    const found = nextLevel(level, published, STANDING);
    expect([found?.level, found?.missingPoints]).toEqual([next, points]);
    expect(found?.unmet.map(({ gate }) => gate)).toEqual(gates);
  });

  it('is nothing at the top', () => {
    expect(nextLevel('6', 90, STANDING)).toBeNull();
  });
});

describe('the cheapest steps', () => {
  it('are three that gain something, in the order of their effort', () => {
    const steps = cheapestSteps(FULL);
    expect(steps.map(({ code }) => code)).toEqual(['finish-training', 'meet-a-check', 'certify-staff']);
    expect(steps[0]).toEqual({ code: 'finish-training', gain: 0.31 });
  });

  it('leave out what gains nothing', () => {
    const capability = { ...FULL.capability, tasksDone: 4, certifiedShare: 1 };
    expect(cheapestSteps({ ...FULL, capability }).map(({ code }) => code)).not.toContain('finish-training');
  });
});
