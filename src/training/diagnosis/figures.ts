import type { Factors } from './factors.ts';

/** A store's figures of one window: counts as they were counted, rates where they are known. */
export interface WindowFigures {
  readonly uv: number;
  readonly buyers: number;
  readonly orders: number;
  readonly factors: Factors;
  readonly disputesUpheld: number;
  readonly refundCases: number;
  /** The three description scores, and how many ratings are behind them. */
  readonly dsr: readonly number[];
  readonly dsrCount: number;
  readonly onTime: number;
  readonly shipped: number;
  readonly replyRate: number | null;
  readonly firstReplySeconds: number | null;
  readonly stockCoverDays: number | null;
  /** Cost of goods sold over stock, for thirty days. */
  readonly turnover: number | null;
}

/** What the same window looks like among stores of the same category and size. */
export interface Benchmark {
  /** A category's code, and the tier of turnover. */
  readonly group: string;
  readonly tier: number;
  readonly stores: number;
  readonly median: Factors;
  readonly topQuartile: Factors;
  /** Shares of 1 over all stores of the group together. */
  readonly disputeRate: number;
  readonly refundRate: number;
  readonly onTimeShare: number;
  /** Means of the three description scores; null where nobody was rated. */
  readonly dsr: readonly (number | null)[];
  readonly firstReplySeconds: number | null;
  readonly turnover: number | null;
}

export interface Change {
  readonly before: Factors;
  readonly now: Factors;
  /** The median change of the peers over the same time, as a share of 1. */
  readonly peers: number;
}

/** A window and what it is held against. */
export interface Compared {
  readonly figures: WindowFigures;
  readonly benchmark: Benchmark | null;
}

export interface DiagnosisInput {
  /** Thirty and ninety days; null: not on record in full. */
  readonly short: Compared | null;
  readonly long: Compared | null;
  readonly change: Change | null;
  /** The share of orders to be shipped in time that the store's report promises (QS03); null: none filed. */
  readonly onTimeFiled: number | null;
}
