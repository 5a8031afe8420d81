import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, type Dimension, WEIGHTS } from '../../../src/ratings/rules.ts';
import type { RatingEvidence } from '../../../src/ratings/score/evidence.ts';
import { rate } from '../../../src/ratings/score/rate.ts';

const count = (max: number) => fc.nat({ max });
const hundredths = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((value) => value / 100);

const answers = fc.uniqueArray(fc.record({ quartersAgo: count(5), mean: hundredths(1, 5) }), {
  maxLength: 4,
  selector: ({ quartersAgo }) => quartersAgo,
});
const growth = fc.record({
  gmv: count(9_000_000),
  previous: fc.integer({ min: 1, max: 9_000_000 }),
  peerRatio: hundredths(0.5, 2),
});
const experience = fc
  .record({ orders: count(5_000), late: count(500), disputes: count(50), dsr: hundredths(3, 5) })
  .map(({ orders, late, disputes, dsr }) => ({
    orders,
    onTime: Math.max(0, orders - late),
    disputes,
    dsr: [dsr, dsr, 4.8] as const,
    categoryDsr: 4.8,
    disputeBenchmark: 0.005,
    onTimeBenchmark: 0.94,
  }));
const checks = fc.tuple(count(40), count(40)).map(([met, missed]) => ({ met, measured: met + missed }));
const renewal = fc
  .tuple(count(9), count(9))
  .map(([renewed, lost]) => ({ renewed, eligible: renewed + lost }));

const evidence: fc.Arbitrary<RatingEvidence> = fc.record(
  {
    surveys: fc.array(answers, { maxLength: 8 }),
    growth: fc.array(growth, { maxLength: 6 }),
    scale: fc.record({
      below: count(10),
      equal: fc.constant(1),
      group: fc.constant(12),
      storeMonths: count(60),
    }),
    experience: fc.array(experience, { maxLength: 6 }),
    checks,
    renewal,
    capability: fc.record({
      certifiedShare: hundredths(0, 1),
      tasksDone: count(4),
      tasksAssigned: fc.constant(4),
      apiHealthy: fc.boolean(),
      newStores: count(4),
    }),
    previousQuarter: hundredths(0, 100),
  },
  { requiredKeys: [] },
);

const scoreOf = (dimension: Dimension, of: RatingEvidence): number =>
  rate(of).dimensions[dimension].score?.toNumber() ?? Number.NaN;

/** Parts of the evidence by the dimension that they make. */
const PART: Readonly<Record<Dimension, keyof RatingEvidence>> = {
  D1: 'surveys',
  D2: 'growth',
  D3: 'scale',
  D4: 'experience',
  D5: 'checks',
  D6: 'renewal',
  D7: 'capability',
};

const asJson = (of: RatingEvidence) => JSON.stringify(rate(of));

describe('a score', () => {
  it('stays within 0 and 100, and so does every dimension', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const { dimensions, score, published } = rate(of);
        const all = [...DIMENSIONS.map((dimension) => dimensions[dimension].score), score, published];
        for (const value of all) {
          expect(value?.toNumber() ?? 0).toBeGreaterThanOrEqual(0);
          expect(value?.toNumber() ?? 0).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('does not depend on the order in which evidence comes', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const turned = {
          ...of,
          surveys: of.surveys?.map((each) => each.toReversed()).toReversed(),
          growth: of.growth?.toReversed(),
          experience: of.experience?.toReversed(),
        };
        expect(asJson(turned)).toBe(asJson(of));
      }),
    );
  });

  it('does not depend on a dimension that is short of its evidence', () => {
    fc.assert(
      fc.property(evidence, (of) => {
        const { evidenced, score, coverage } = rate(of);
        const short = DIMENSIONS.filter((dimension) => !evidenced.includes(dimension));
        const without = {
          ...of,
          ...Object.fromEntries(short.map((dimension) => [PART[dimension], undefined])),
        };
        expect(rate(without)).toMatchObject({ score, coverage });
        expect(coverage).toBe(evidenced.reduce((total, dimension) => total + WEIGHTS[dimension], 0));
      }),
    );
  });
});

describe('more good evidence never lowers', () => {
  it('D1: another store that gives 5', () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 8 }), count(3), (surveys, quartersAgo) => {
        const more = [...surveys, [{ quartersAgo, mean: 5 }]];
        expect(scoreOf('D1', { surveys: more })).toBeGreaterThanOrEqual(scoreOf('D1', { surveys }));
      }),
    );
  });

  it('D1: a 5 from a store that was silent in that quarter', () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 5 }), answers, count(3), (others, own, quartersAgo) => {
        const before = own.filter((answer) => answer.quartersAgo !== quartersAgo);
        const more = [...others, [...before, { quartersAgo, mean: 5 }]];
        expect(scoreOf('D1', { surveys: more })).toBeGreaterThanOrEqual(
          scoreOf('D1', { surveys: [...others, before] }),
        );
      }),
    );
  });

  it('D2: a store that sells more against its peers', () => {
    fc.assert(
      fc.property(fc.array(growth, { maxLength: 4 }), growth, (others, own) => {
        const stronger = { ...own, previous: own.previous / 2 };
        expect(scoreOf('D2', { growth: [...others, stronger] })).toBeGreaterThanOrEqual(
          scoreOf('D2', { growth: [...others, own] }),
        );
      }),
    );
  });

  it('D4: one dispute fewer, one more order on time', () => {
    fc.assert(
      fc.property(fc.array(experience, { maxLength: 4 }), experience, (others, own) => {
        const better = {
          ...own,
          disputes: Math.max(0, own.disputes - 1),
          onTime: Math.min(own.orders, own.onTime + 1),
        };
        expect(scoreOf('D4', { experience: [...others, better] })).toBeGreaterThanOrEqual(
          scoreOf('D4', { experience: [...others, own] }),
        );
      }),
    );
  });

  it('D5 and D6: one more that was met, one more that was renewed', () => {
    fc.assert(
      fc.property(checks, renewal, ({ met, measured }, { renewed, eligible }) => {
        expect(scoreOf('D5', { checks: { met: met + 1, measured: measured + 1 } })).toBeGreaterThanOrEqual(
          scoreOf('D5', { checks: { met, measured } }),
        );
        expect(
          scoreOf('D6', { renewal: { renewed: renewed + 1, eligible: eligible + 1 } }),
        ).toBeGreaterThanOrEqual(scoreOf('D6', { renewal: { renewed, eligible } }));
      }),
    );
  });
});
