import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/opportunities/matching/candidate.ts';
import { cameClose } from '../../../src/opportunities/matching/close.ts';
import { bandFit, inConflict, marketFit, type Profile } from '../../../src/opportunities/matching/parts.ts';
import { slate } from '../../../src/opportunities/matching/slate.ts';

const profile = (known: Partial<Profile>): Profile => ({
  ...{ markets: [], languages: [], bands: [], exclusive: [] },
  ...known,
});

describe('markets and languages', () => {
  it.each([
    { has: profile({}), fit: 1, why: 'nothing on record moves nobody' },
    { has: profile({ markets: ['AU', 'NZ'], languages: ['en'] }), fit: 1, why: 'all of both' },
    { has: profile({ markets: ['AU'], languages: ['en'] }), fit: 0.75, why: 'half of the markets' },
    { has: profile({ markets: ['FR'], languages: ['fr'] }), fit: 0, why: 'none of either' },
    { has: profile({ markets: ['FR'] }), fit: 0.5, why: 'unknown languages count as fitting' },
  ])('$why: $fit', ({ has, fit }) => {
    expect(marketFit(has, { markets: ['AU', 'NZ'], languages: ['en'] })).toBe(fit);
  });

  it('a need that names none is fitted by everybody', () => {
    expect(marketFit(profile({ markets: ['FR'], languages: ['fr'] }), { markets: [], languages: [] })).toBe(
      1,
    );
  });
});

describe('budget', () => {
  it.each([
    { bands: [], fit: 1 },
    { bands: ['FROM_1M'], fit: 1 },
    { bands: ['FROM_200K'], fit: 0.5 },
    { bands: ['FROM_5M'], fit: 0.5 },
    { bands: ['UNDER_200K'], fit: 0 },
    { bands: ['UNDER_200K', 'FROM_5M'], fit: 0.5 },
  ])('$bands fits one to five million by $fit', ({ bands, fit }) => {
    expect(bandFit(profile({ bands }), 'FROM_1M')).toBe(fit);
  });
});

describe('an exclusive brand', () => {
  it.each([
    ['BEAUTY_SKINCARE', true],
    ['BEAUTY', true],
    ['BEAUTY_MAKEUP', false],
    ['TOYS', false],
  ])('in %s keeps a provider from skincare: %s', (exclusive, conflict) => {
    expect(inConflict(profile({ exclusive: [exclusive] }), 'BEAUTY_SKINCARE')).toBe(conflict);
  });

  it('in a category below the wanted one does so, too', () => {
    expect(inConflict(profile({ exclusive: ['BEAUTY_SKINCARE'] }), 'BEAUTY')).toBe(true);
  });
});

describe('who came close', () => {
  const candidate = (providerId: string, match: number, more: Partial<Candidate> = {}): Candidate => ({
    ...{ providerId, match, recognised: true, suspended: false, offersScope: true, conflict: false },
    ...{ freeBids: 1, level: '4', scoredCycles: 4, fit: 0.9 },
    ...{ categorySlates: 0, recentSlates: 0, lastSlateAt: null },
    ...more,
  });

  it('is told with the reason', () => {
    const need = { opportunityId: 'opp_1', categorySlates: 24 };
    const candidates = [
      candidate('bound', 0.99, { conflict: true }),
      candidate('busy', 0.98, { freeBids: 0 }),
      candidate('often', 0.91, { categorySlates: 10 }),
      ...['a', 'b', 'c', 'd', 'e'].map((id) => candidate(id, 0.9)),
      candidate('low', 0.5),
    ];
    const places = slate(need, candidates);
    expect(places.map(({ providerId }) => providerId).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(
      cameClose(need, candidates, places).map(({ providerId, because }) => [providerId, because]),
    ).toEqual([
      ['bound', 'conflict'],
      ['busy', 'no-free-bid'],
      ['often', 'reached-its-share'],
      ['low', 'lower-match'],
    ]);
  });
});
