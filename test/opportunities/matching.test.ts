import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  excludedBecause,
  inOrder,
  lotOf,
} from '../../src/opportunities/matching/candidate.ts';
import { mostSlates } from '../../src/opportunities/matching/exposure.ts';
import { fitScore, matchScore } from '../../src/opportunities/matching/fit.ts';
import { type Need, slate } from '../../src/opportunities/matching/slate.ts';
import { aCandidate } from './support/a-candidate.ts';

const CASES = [
  ['P1', 1, 1, 1, 1, 66.49, 0.5, 0.9, 0.7569],
  ['P2', 1, 0.67, 1, 0.5, 81, 0.2, 0.6, 0.7571],
  ['P3', 0.5, 1, 1, 1, 74, 1, 1, 0.782],
  ['P4', 1, 1, 1, 0.5, null, 1, 1, 0.7263],
] as const;

describe('the matching score', () => {
  it.each(CASES)('of %s', (_, category, scope, market, band, published, availability, response, score) => {
    expect(matchScore({ category, scope, market, band, published, availability, response })).toBe(score);
  });

  it('knows how well somebody fits, whatever they are worth', () => {
    expect(fitScore({ category: 1, scope: 0.67, market: 1, band: 0.5 })).toBe(0.8425);
  });
});

const NEED: Need = { opportunityId: 'opp_77', categorySlates: 0 };
const names = (places: readonly { readonly providerId: string }[]) =>
  places.map(({ providerId }) => providerId);

describe('the order', () => {
  it('is that of the matching score', () => {
    const given = CASES.map(([id, , , , , , , , match]) => aCandidate(id, { match }));
    expect(names(inOrder('opp_77', given))).toEqual(['P3', 'P2', 'P1', 'P4']);
  });

  it.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    ['the higher level', { level: '5' }, { level: '4', recentSlates: 0 }],
    ['fewer slates of late', { recentSlates: 1 }, { recentSlates: 2, lastSlateAt: new Date(0) }],
    ['longest since the last one', { lastSlateAt: new Date(1) }, { lastSlateAt: new Date(2) }],
    ['never before one', {}, { lastSlateAt: new Date(2) }],
  ])('among equals is by %s', (_, first, second) => {
    const given = [aCandidate('prv_001', second), aCandidate('prv_002', first)];
    expect(names(inOrder('opp_77', given))).toEqual(['prv_002', 'prv_001']);
    expect(names(inOrder('opp_77', given.toReversed()))).toEqual(['prv_002', 'prv_001']);
  });

  it('is drawn by lot at last, another lot for every opportunity', () => {
    expect(lotOf('opp_77', 'prv_001')).toMatch(/^a49f/);
    expect(lotOf('opp_77', 'prv_002')).toMatch(/^a9dc/);
    const given = [aCandidate('prv_002'), aCandidate('prv_001')];
    expect(names(inOrder('opp_77', given))).toEqual(['prv_001', 'prv_002']);
    const firsts = Array.from({ length: 40 }, (_, number) => inOrder(`opp_${number}`, given)[0]?.providerId);
    expect(new Set(firsts).size).toBe(2);
  });
});

describe('who cannot be recommended', () => {
  it.each<[Partial<Candidate>, string | null]>([
    [{}, null],
    [{ recognised: false }, 'not-recognised'],
    [{ suspended: true }, 'suspended'],
    [{ offersScope: false }, 'scope-not-offered'],
    [{ conflict: true }, 'conflict'],
    [{ freeBids: 0 }, 'no-free-bid'],
  ])('%j: %s', (changes, because) => {
    expect(excludedBecause(aCandidate('a', changes))).toBe(because);
    const found = slate(NEED, [aCandidate('a', changes), aCandidate('b')]);
    expect(names(found).includes('a')).toBe(because === null);
  });
});

describe('a slate', () => {
  const six = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((match, index) => aCandidate(`p${index + 1}`, { match }));

  it('is the five best where nobody is new', () => {
    expect(names(slate(NEED, six))).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  it.each<[string, Partial<Candidate>, boolean]>([
    ['not yet rated', { level: 'P' }, true],
    ['one cycle old', { scoredCycles: 1 }, true],
    ['new and hardly fitting', { level: 'P', fit: 0.59 }, false],
    ['two cycles old', { scoredCycles: 2 }, false],
  ])('keeps its fifth place for somebody %s: %#', (_, changes, placed) => {
    const found = slate(NEED, [...six, aCandidate('new', { match: 0.1, ...changes })]);
    expect(names(found)[4]).toBe(placed ? 'new' : 'p5');
    expect(found[4]?.because).toBe(placed ? 'newcomer' : 'match');
  });

  it('has fewer places only where fewer can be recommended', () => {
    expect(names(slate(NEED, six.slice(0, 2)))).toEqual(['p1', 'p2']);
    expect(slate(NEED, [])).toEqual([]);
  });

  it('gives nobody more than their share where others are as good', () => {
    expect([1, 2, 4, 5, 25].map(mostSlates)).toEqual([1, 1, 1, 2, 10]);
    const equals = Array.from({ length: 7 }, (_, index) => aCandidate(`e${index}`, { match: 0.7 }));
    const often = aCandidate('often', { match: 0.74, categorySlates: 10 });
    const need = { ...NEED, categorySlates: 24 };
    expect(names(slate(need, [often, ...equals]))).not.toContain('often');
    expect(names(slate(need, [{ ...often, categorySlates: 9 }, ...equals]))[0]).toBe('often');
    expect(names(slate(need, [often, ...equals.slice(0, 4)]))[0]).toBe('often');
    expect(names(slate(need, [{ ...often, match: 0.7501 }, ...equals]))[0]).toBe('often');
  });

  it('in 25 rounds lists nobody more than ten times where many are as good', () => {
    const listed = new Map<string, number>();
    for (let round = 0; round < 25; round += 1) {
      const pool = Array.from({ length: 20 }, (_, index) => {
        const id = `p${index}`;
        return aCandidate(id, { match: 0.75 - index / 1_000, categorySlates: listed.get(id) ?? 0 });
      });
      for (const { providerId } of slate({ opportunityId: `opp_${round}`, categorySlates: round }, pool))
        listed.set(providerId, (listed.get(providerId) ?? 0) + 1);
    }
    expect(Math.max(...listed.values())).toBeLessThanOrEqual(10);
  });

  it('does not depend on the order in which candidates come', () => {
    const anybody = fc.record({
      match: fc.nat({ max: 100 }).map((value) => value / 100),
      level: fc.constantFrom('P', 'R', '4', '6' as const),
      scoredCycles: fc.nat({ max: 3 }),
      fit: fc.constantFrom(0.5, 0.7),
      categorySlates: fc.nat({ max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), fc.nat({ max: 30 }), (all, categorySlates) => {
        const given = all.map((each, index) => aCandidate(`p${index}`, each as Partial<Candidate>));
        const need = { ...NEED, categorySlates };
        expect(slate(need, given.toReversed())).toEqual(slate(need, given));
        expect(new Set(names(slate(need, given))).size).toBe(Math.min(5, given.length));
      }),
    );
  });
});
