import type { Factors } from '../../../src/training/diagnosis/factors.ts';
import type { Benchmark, DiagnosisInput, WindowFigures } from '../../../src/training/diagnosis/figures.ts';

/** UV, CVR, AOV, KEEP. */
export const factors = (UV: number, CVR: number, AOV: number, KEEP: number): Factors => ({
  UV,
  CVR,
  AOV,
  KEEP,
});

/** A window without any red line unless the changes draw one. */
export function figures(of: Factors, changes: Partial<WindowFigures> = {}): WindowFigures {
  const buyers = Math.round(of.UV * of.CVR);
  return {
    uv: of.UV,
    buyers,
    orders: buyers,
    factors: of,
    disputesUpheld: 0,
    refundCases: 0,
    dsr: [4.8, 4.8, 4.8],
    dsrCount: 100,
    onTime: 950,
    shipped: 1_000,
    replyRate: 0.97,
    firstReplySeconds: 40,
    stockCoverDays: 60,
    turnover: 0.5,
    ...changes,
  };
}

export const benchmark = (median: Factors, changes: Partial<Benchmark> = {}): Benchmark => ({
  group: 'BEAUTY_SKINCARE',
  tier: 3,
  stores: 64,
  median,
  topQuartile: factors(median.UV * 1.4, median.CVR * 1.3, median.AOV * 1.2, Math.min(1, median.KEEP * 1.05)),
  disputeRate: 0.005,
  refundRate: 1 - median.KEEP,
  onTimeShare: 0.95,
  dsr: [4.8, 4.8, 4.8],
  firstReplySeconds: 45,
  turnover: 0.5,
  ...changes,
});

export const input = (
  own: WindowFigures,
  peers: Benchmark | null,
  changes: Partial<DiagnosisInput> = {},
): DiagnosisInput => ({
  short: { figures: own, benchmark: peers },
  long: null,
  change: null,
  onTimeFiled: null,
  ...changes,
});
