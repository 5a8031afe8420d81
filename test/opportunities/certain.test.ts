import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, inOrder } from '../../src/opportunities/matching/candidate.ts';
import { isCertain } from '../../src/opportunities/matching/certain.ts';
import { slate } from '../../src/opportunities/matching/slate.ts';
import { LEVELS } from '../../src/ratings/levels/level.ts';
import { aCandidate } from './support/a-candidate.ts';

/** Somebody at their best, as an index orders them, and as they are once everything is known of them. */
const provider = fc.record({
  best: fc.integer({ min: 60, max: 80 }).map((hundredths) => hundredths / 100),
  level: fc.constantFrom(...LEVELS),
  scoredCycles: fc.nat({ max: 3 }),
  fit: fc.constantFrom(0.5, 0.8, 1),
  less: fc.constantFrom(0, 0, 0, 0.01, 0.06, 0.2),
  conflict: fc.nat({ max: 9 }).map((chance) => chance === 0),
  recentSlates: fc.constantFrom(0, 0, 1, 4),
  categorySlates: fc.constantFrom(0, 0, 3, 9, 12),
});

const population = fc.array(provider, { minLength: 1, maxLength: 60 }).map((all) =>
  all.map((each, index) => {
    const { best, less, ...facts } = each;
    const shared = { recognised: true, suspended: false, offersScope: true, freeBids: 1, lastSlateAt: null };
    const known: Candidate = {
      ...shared,
      ...facts,
      providerId: `prv_${index}`,
      match: (best * 100 - less * 100) / 100,
    };
    return { known, atBest: { ...known, match: best, conflict: false, recentSlates: 0, categorySlates: 0 } };
  }),
);

const NEED = { opportunityId: 'opp_77', categorySlates: 24 };
const isNew = ({ level, scoredCycles }: Candidate) => level === 'P' || scoredCycles < 2;

/** The first so many of the newcomers and of the others, and the last of each where more would follow. */
function readTo(
  depth: number,
  everybody: readonly { readonly known: Candidate; readonly atBest: Candidate }[],
) {
  const knownOf = new Map(everybody.map(({ known }) => [known.providerId, known]));
  const order = inOrder(
    NEED.opportunityId,
    everybody.map(({ atBest }) => atBest),
  );
  const lists = [order.filter(isNew), order.filter((each) => !isNew(each))].map((list) =>
    list.slice(0, depth),
  );
  const candidates = lists.flat().flatMap(({ providerId }) => knownOf.get(providerId) ?? []);
  const [newcomer = null, other = null] = lists.map((list) => list[depth - 1] ?? null);
  return { candidates, unread: { newcomer, other } };
}

describe('a slate of those who were read', () => {
  it('is that of everybody wherever it is held for certain', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 30 }), (everybody, depth) => {
        const { candidates, unread } = readTo(depth, everybody);
        fc.pre(isCertain(NEED, candidates, unread));
        const all = everybody.map(({ known }) => known);
        expect(slate(NEED, candidates)).toEqual(slate(NEED, all));
      }),
      { numRuns: 2_000, maxSkipsPerRun: 50 },
    );
  });

  it('is certain once everybody was read', () => {
    fc.assert(
      fc.property(population, (everybody) => {
        const { candidates, unread } = readTo(61, everybody);
        expect(isCertain(NEED, candidates, unread)).toBe(true);
      }),
    );
  });

  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => aCandidate(id));

  it.each<[string, boolean, readonly Candidate[], Partial<Candidate>]>([
    ['whoever is left matches less', true, five, { match: 0.69 }],
    ['whoever is left matches as well, on a lower level', true, five, { level: '3' }],
    ['whoever is left might match as well, on a higher level', false, five, { level: '5' }],
    ['there are too few', false, five.slice(1), { match: 0.1 }],
    [
      'one may not be recommended',
      false,
      [...five.slice(1), aCandidate('f', { freeBids: 0 })],
      { match: 0.1 },
    ],
    [
      'one has had its share, and others near may be left',
      false,
      [aCandidate('o', { match: 0.72, categorySlates: 10 }), ...five.slice(1)],
      { match: 0.69 },
    ],
    [
      'one has had its share, and nobody near is left',
      true,
      [aCandidate('o', { match: 0.76, categorySlates: 10 }), ...five.slice(1)],
      { match: 0.69 },
    ],
  ])('is certain or not where %s: %j', (_, certain, read, rest) => {
    const other = aCandidate('rest', rest);
    expect(isCertain(NEED, read, { newcomer: null, other })).toBe(certain);
  });

  it('is not certain while a newcomer may be left for the fifth place', () => {
    const newcomer = aCandidate('new', { level: 'P', match: 0.1 });
    expect(isCertain(NEED, five, { newcomer, other: null })).toBe(false);
    expect(isCertain(NEED, [...five, newcomer], { newcomer, other: null })).toBe(true);
  });
});
