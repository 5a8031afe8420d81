import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/training/diagnosis/diagnose.ts';
import type { Benchmark, WindowFigures } from '../../../src/training/diagnosis/figures.ts';
import { crossedLines } from '../../../src/training/diagnosis/red-lines.ts';
import { benchmark, factors, figures, input } from './given.ts';

const PEERS = factors(50_000, 0.025, 30_000, 0.9);
const crossed = (
  own: Partial<WindowFigures>,
  peers: Partial<Benchmark> = {},
  onTimeFiled: number | null = null,
) =>
  crossedLines({ figures: figures(PEERS, own), benchmark: benchmark(PEERS, peers), onTimeFiled }).map(
    ({ code, severity }) => `${code} ${severity.toFixed(2)}`,
  );

describe('red lines', () => {
  it.each<[string, Partial<WindowFigures>, readonly string[]]>([
    ['four disputes are too few to be a pattern', { disputesUpheld: 4, orders: 100 }, []],
    ['a description score a tenth below the category', { dsr: [4.8, 4.7, 4.8] }, ['R2 0.00']],
    ['two tenths below', { dsr: [4.6, 4.8, 4.8] }, ['R2 1.00']],
    ['low scores of 49 ratings', { dsr: [4, 4, 4], dsrCount: 49 }, []],
    ['five points less in time than the peers', { onTime: 900 }, ['R3 0.00']],
    ['a fifth in time', { onTime: 200 }, ['R3 1.00']],
    ['nothing shipped yet', { onTime: 0, shipped: 0 }, []],
    [
      'refunds one and a half times the peers’',
      { factors: { ...PEERS, KEEP: 0.85 }, refundCases: 20 },
      ['R4 0.00'],
    ],
    ['as much, in nineteen cases', { factors: { ...PEERS, KEEP: 0.85 }, refundCases: 19 }, []],
    ['nine in ten answered', { replyRate: 0.9 }, []],
    ['fewer answered', { replyRate: 0.6 }, ['R5 0.58']],
    ['answers twice as slow as the peers’', { firstReplySeconds: 90 }, ['R5 0.00']],
    ['stock for six days', { stockCoverDays: 6 }, ['R6 0.22']],
    ['a turnover of less than half the peers’', { turnover: 0.2 }, ['R6 0.32']],
    [
      'nothing known of replies and stock',
      { replyRate: null, firstReplySeconds: null, stockCoverDays: null, turnover: null },
      [],
    ],
  ])('%s', (_, own, lines) => {
    expect(crossed(own)).toEqual(lines);
  });

  it('the promise in the report counts where it is stricter than the peers', () => {
    expect(crossed({ onTime: 940 }, {}, 0.96)).toEqual(['R3 0.03']);
    expect(crossed({ onTime: 960 }, {}, 0.96)).toEqual([]);
  });

  it('the worst comes first, and between equals the order of the rules decides', () => {
    expect(crossed({ replyRate: 0.3, dsr: [4.5, 4.8, 4.8], stockCoverDays: 6 })).toEqual([
      'R2 1.00',
      'R5 1.00',
      'R6 0.22',
    ]);
  });

  it('without a benchmark only those that need none are drawn', () => {
    const own = figures(PEERS, { disputesUpheld: 90, replyRate: 0.5 });
    const found = diagnose(input(own, null));
    expect(found).toMatchObject({ verdict: 'RED_LINE', main: 'R5', benchmark: null, factors: [] });
  });
});

describe('the main problem', () => {
  const PEER_BENCHMARK = benchmark(PEERS);

  it('is the weak factor that would bring most', () => {
    const found = diagnose(input(figures(factors(40_000, 0.015, 20_000, 0.9)), PEER_BENCHMARK));
    expect(found).toMatchObject({ main: 'CVR', secondary: ['AOV', 'UV'] });
  });

  it('is no conversion rate that chance explains', () => {
    const own = figures(factors(3_500, 0.03, 30_000, 0.9), { buyers: 105, orders: 105 });
    const found = diagnose(input(own, benchmark(factors(3_500, 0.0334, 30_000, 0.9))));
    expect(found.verdict).toBe('HEALTHY');
  });

  it('is, where nothing is weak, the factor that made the store fall behind its peers', () => {
    const change = {
      before: factors(60_000, 0.025, 30_000, 0.9),
      now: factors(50_000, 0.0255, 30_000, 0.9),
      peers: 0.02,
    };
    const found = diagnose(input(figures(PEERS), PEER_BENCHMARK, { change }));
    expect(found).toMatchObject({ verdict: 'DECLINE', main: 'UV' });
  });

  it('is no fall that the peers had as well', () => {
    const change = { before: factors(60_000, 0.025, 30_000, 0.9), now: PEERS, peers: -0.15 };
    expect(diagnose(input(figures(PEERS), PEER_BENCHMARK, { change })).verdict).toBe('HEALTHY');
  });

  it('a healthy store is shown where it has most room', () => {
    const own = figures(factors(60_000, 0.03, 31_000, 0.93));
    expect(diagnose(input(own, PEER_BENCHMARK))).toMatchObject({
      verdict: 'HEALTHY',
      main: null,
      suggestion: 'UV',
      good: ['UV', 'CVR', 'AOV', 'KEEP'],
    });
  });

  it('needs a group to compare with', () => {
    expect(diagnose(input(figures(PEERS), null))).toMatchObject({
      verdict: 'INSUFFICIENT',
      missing: [{ what: 'benchmark' }],
    });
  });
});

describe('evidence', () => {
  const compared = (uv: number, orders: number) => ({
    figures: figures(PEERS, { uv, orders }),
    benchmark: benchmark(PEERS),
  });

  it.each([
    [compared(12_000, 400), null, 30, 'HIGH'],
    [compared(12_000, 399), null, 30, 'MEDIUM'],
    [compared(3_000, 100), null, 30, 'MEDIUM'],
    [compared(2_999, 100), compared(9_000, 300), 90, 'LOW'],
  ] as const)('%#: of %o days', (short, long, days, confidence) => {
    const found = diagnose({ short, long, change: null, onTimeFiled: null });
    expect(found.evidence).toMatchObject({ days, confidence });
  });
});
