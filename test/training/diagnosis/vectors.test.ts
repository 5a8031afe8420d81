import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/training/diagnosis/diagnose.ts';
import { changeShares, netOf } from '../../../src/training/diagnosis/factors.ts';
import { shareInterval } from '../../../src/training/diagnosis/interval.ts';
import { benchmark, factors, figures, input } from './given.ts';

describe('worked diagnoses (domain-rules §10)', () => {
  it('V1: visitors come and do not buy', () => {
    const own = factors(60_000, 0.018, 320, 0.88);
    const peers = factors(50_000, 0.025, 300, 0.9);
    const { low, high } = shareInterval(1_080, 60_000);
    expect([low, high].map((share) => (share * 100).toFixed(3))).toEqual(['1.697', '1.910']);
    expect([netOf(own), netOf(peers)].map(Math.round)).toEqual([304_128, 337_500]);
    expect(diagnose(input(figures(own), benchmark(peers)))).toMatchObject({
      verdict: 'WEAK_FACTOR',
      main: 'CVR',
      secondary: [],
      good: ['UV', 'AOV'],
      recoverable: expect.closeTo(118_272, 6),
      evidence: { days: 30, confidence: 'HIGH' },
    });
  });

  it('V1: the parts of its distance from the median add up', () => {
    const parts = [60_000 / 50_000, 0.018 / 0.025, 320 / 300, 0.88 / 0.9].map(Math.log);
    expect(parts.map((part) => part.toFixed(4))).toEqual(['0.1823', '-0.3285', '0.0645', '-0.0225']);
    expect(Math.log(304_128 / 337_500).toFixed(4)).toBe('-0.1041');
  });

  it('V2: too few visitors; the conversion may be as good as anybody’s', () => {
    const own = factors(9_000, 0.026, 290, 0.91);
    const found = diagnose(input(figures(own), benchmark(factors(15_000, 0.025, 300, 0.9))));
    expect(found).toMatchObject({ main: 'UV', recoverable: expect.closeTo(41_168.4, 6), secondary: [] });
    expect(found.net).toBeCloseTo(61_752.6, 6);
    const { low, high } = shareInterval(234, 9_000);
    expect([low, high].map((share) => (share * 100).toFixed(3))).toEqual(['2.291', '2.950']);
  });

  it('V3: nine buyers say nothing yet', () => {
    const own = figures(factors(600, 0.015, 300, 0.9), { buyers: 9, orders: 9 });
    const { low, high } = shareInterval(9, 600);
    expect([low, high].map((share) => (share * 100).toFixed(2))).toEqual(['0.79', '2.83']);
    expect(diagnose(input(own, benchmark(factors(15_000, 0.025, 300, 0.9))))).toMatchObject({
      verdict: 'INSUFFICIENT',
      main: null,
      missing: [
        { what: 'uv', have: 600, need: 3_000 },
        { what: 'orders', have: 9, need: 100 },
        { what: 'months' },
      ],
    });
  });

  it('V4: disputes come before whatever the sales say', () => {
    const own = figures(factors(9_000, 0.026, 290, 0.91), { disputesUpheld: 14, orders: 1_000 });
    const found = diagnose(input(own, benchmark(factors(15_000, 0.025, 300, 0.9))));
    expect(found).toMatchObject({ verdict: 'RED_LINE', main: 'R1', secondary: ['UV'], recoverable: null });
    expect(found.redLines.map(({ severity }) => severity.toFixed(4))).toEqual(['0.3219']);
  });

  it('V5: what each factor brought to a fall', () => {
    const before = factors(50_000, 0.021, 245, 0.9);
    const now = factors(40_000, 0.02, 250, 0.9);
    expect([netOf(before), netOf(now)].map(Math.round)).toEqual([231_525, 180_000]);
    const shares = changeShares(before, now);
    expect(shares && Object.values(shares).map(Math.round)).toEqual([-45_674, -9_987, 4_135, 0]);
  });
});
