import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/training/diagnosis/diagnose.ts';
import { changeShares, type Factors, netOf } from '../../../src/training/diagnosis/factors.ts';
import type { Compared, DiagnosisInput } from '../../../src/training/diagnosis/figures.ts';
import { benchmark, figures } from './given.ts';

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const someFactors: fc.Arbitrary<Factors> = fc.record({
  UV: fc.integer({ min: 1, max: 5_000_000 }),
  CVR: share(0.001, 0.4),
  AOV: fc.integer({ min: 100, max: 900_000 }),
  KEEP: share(0.2, 1),
});
const someCompared: fc.Arbitrary<Compared> = fc
  .tuple(someFactors, someFactors, fc.integer({ min: 0, max: 40 }), fc.boolean())
  .map(([own, peers, disputesUpheld, grouped]) => ({
    figures: figures(own, { disputesUpheld }),
    benchmark: grouped ? benchmark(peers) : null,
  }));
const someInput: fc.Arbitrary<DiagnosisInput> = fc.record({
  short: fc.option(someCompared, { nil: null }),
  long: fc.option(someCompared, { nil: null }),
  change: fc.option(fc.record({ before: someFactors, now: someFactors, peers: share(-0.5, 0.5) }), {
    nil: null,
  }),
  onTimeFiled: fc.option(share(0.8, 1), { nil: null }),
});

/** The same store with everything counted so many times. */
const enlarged = (compared: Compared | null, times: number): Compared | null =>
  compared && {
    ...compared,
    figures: {
      ...compared.figures,
      uv: compared.figures.uv * times,
      buyers: compared.figures.buyers * times,
      orders: compared.figures.orders * times,
    },
  };

/** The same in another currency. */
const exchanged = (of: Factors, rate: number): Factors => ({ ...of, AOV: of.AOV * rate });

const traded = (compared: Compared | null, rate: number): Compared | null =>
  compared && {
    figures: { ...compared.figures, factors: exchanged(compared.figures.factors, rate) },
    benchmark: compared.benchmark && {
      ...compared.benchmark,
      median: exchanged(compared.benchmark.median, rate),
      topQuartile: exchanged(compared.benchmark.topQuartile, rate),
    },
  };

describe('a diagnosis, whatever the figures', () => {
  it('more evidence never makes it insufficient', () => {
    fc.assert(
      fc.property(someInput, fc.integer({ min: 1, max: 50 }), (given, times) => {
        fc.pre(diagnose(given).verdict !== 'INSUFFICIENT');
        const more = { ...given, short: enlarged(given.short, times), long: enlarged(given.long, times) };
        // A window that only now holds enough may have nobody to be compared with; with the same window it stays.
        fc.pre(diagnose(more).evidence?.days === diagnose(given).evidence?.days);
        expect(diagnose(more).verdict).not.toBe('INSUFFICIENT');
      }),
    );
  });

  it('does not depend on the currency: a power of two changes no digit', () => {
    fc.assert(
      fc.property(someInput, fc.constantFrom(0.25, 0.5, 2, 1_024), (given, rate) => {
        const { change } = given;
        const other = diagnose({
          ...given,
          short: traded(given.short, rate),
          long: traded(given.long, rate),
          change: change && {
            ...change,
            before: exchanged(change.before, rate),
            now: exchanged(change.now, rate),
          },
        });
        const { main, secondary, verdict, recoverable } = diagnose(given);
        expect(other).toMatchObject({ main, secondary, verdict });
        expect(other.recoverable ?? 0).toBeCloseTo((recoverable ?? 0) * rate, 3);
      }),
    );
  });

  it('the shares of a change add up to it', () => {
    fc.assert(
      fc.property(someFactors, someFactors, (before, now) => {
        const shares = changeShares(before, now);
        const sum = Object.values(shares ?? {}).reduce((total, each) => total + each, 0);
        const tolerance = 1e-9 * Math.max(netOf(before), netOf(now));
        expect(Math.abs(sum - (netOf(now) - netOf(before)))).toBeLessThanOrEqual(tolerance);
      }),
    );
  });

  it('names no problem twice, and has a main one exactly when the verdict says so', () => {
    fc.assert(
      fc.property(someInput, (given) => {
        const { main, secondary, verdict } = diagnose(given);
        expect(new Set([main, ...secondary]).size).toBe(1 + secondary.length);
        expect(main === null).toBe(verdict === 'HEALTHY' || verdict === 'INSUFFICIENT');
      }),
    );
  });
});
