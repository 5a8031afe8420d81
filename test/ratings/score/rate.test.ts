import { describe, expect, it } from 'vitest';
import { deductions } from '../../../src/ratings/score/deductions.ts';
import type { Faults, RatingEvidence } from '../../../src/ratings/score/evidence.ts';
import { rate } from '../../../src/ratings/score/rate.ts';
import { FULL } from '../evidence.ts';

const numbers = (evidence: RatingEvidence) => {
  const { combined, deductions: taken, score, published, coverage } = rate(evidence);
  return {
    coverage,
    combined: combined?.toNumber(),
    taken: taken.total.toNumber(),
    score: score?.toNumber(),
    published: published?.toNumber(),
  };
};

describe('a quarter’s score', () => {
  it('is the worked one, from stored dimensions to the half-year average', () => {
    expect(numbers(FULL)).toEqual({
      coverage: 100,
      combined: 71.767,
      taken: 3,
      score: 68.77,
      published: 66.49,
    });
  });

  it('without surveys and growth is a mean of what is left; its half is rounded up', () => {
    const { surveys: _surveys, growth: _growth, deductions: _none, previousQuarter: _first, ...rest } = FULL;
    expect(numbers(rest)).toMatchObject({ coverage: 60, combined: 73.335, score: 73.34, published: 73.34 });
  });

  it('does not exist without evidence', () => {
    expect(rate({})).toMatchObject({
      evidenced: [],
      coverage: 0,
      combined: null,
      score: null,
      published: null,
    });
  });

  it('is never below zero', () => {
    const faults = { complaints: 9, storeMonths: 1, incidents: ['S1', 'S1'] as const, lateFilings: 9 };
    expect(numbers({ renewal: { renewed: 0, eligible: 90 }, deductions: faults })).toMatchObject({
      score: 0,
    });
  });
});

describe('deductions', () => {
  const faults = (changes: Partial<Faults>): Faults => ({
    complaints: 0,
    storeMonths: 12,
    incidents: [],
    lateFilings: 0,
    ...changes,
  });

  it.each<[string, Partial<Faults>, number]>([
    ['nothing', {}, 0],
    ['one complaint at 12 store-months', { complaints: 1 }, 3],
    ['one complaint at 3 store-months', { complaints: 1, storeMonths: 3 }, 3],
    ['one complaint at 45', { complaints: 1, storeMonths: 45 }, 0.8],
    ['two complaints at 120', { complaints: 2, storeMonths: 120 }, 0.6],
    ['one complaint at 46, stored to the hundredth', { complaints: 1, storeMonths: 46 }, 0.78],
    ['more complaints than are counted', { complaints: 6 }, 15],
    [
      'incidents of each severity, whatever the size',
      { incidents: ['S1', 'S2', 'S3'], storeMonths: 900 },
      17,
    ],
    ['late filings', { lateFilings: 4 }, 4],
    ['more late filings than are counted', { lateFilings: 9 }, 5],
    ['everything', { complaints: 9, incidents: ['S1', 'S1'], lateFilings: 9 }, 30],
  ])('%s', (_, changes, total) => {
    expect(deductions(faults(changes)).total.toNumber()).toBe(total);
  });
});
