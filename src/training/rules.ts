/** Every number of diagnosis, plans and the ladder (domain-rules §10, §10.1, §11). All are configurable defaults. */

/** What a window must hold to say anything; with four times as much it says it with high confidence. */
export const EVIDENCE = { uv: 3_000, orders: 100, highConfidence: 4 } as const;

/** Stores that make a group to compare with. */
export const SMALLEST_GROUP = 20;

/** Where a problem begins: a factor's share of the median, and how far a store falls behind its peers. */
export const PROBLEM = { ratio: 0.9, decline: -0.1, mostSecondary: 2 } as const;

/** Two-sided 95 per cent. */
export const CERTAINTY_Z = 1.959964;

export const RED_LINE = {
  disputes: { times: 2, atLeast: 5, priorOrders: 200 },
  dsr: { below: 0.1, atLeast: 50 },
  onTime: { below: 0.05 },
  refunds: { times: 1.5, atLeast: 20 },
  reply: { rate: 0.9, times: 2 },
  stock: { coverDays: 7, turnoverTimes: 0.5 },
} as const;

/** Net turnover of thirty days, minor units, from which the next tier begins. */
export const TIERS = [10_000_000, 50_000_000, 200_000_000, 1_000_000_000] as const;

/** A plan: half the gap to the median within sixty days; looked at three times. */
export const PLAN = {
  gapShare: 0.5,
  targetDays: 60,
  checkDays: [30, 60, 90],
  taskDays: [14, 30, 45],
} as const;

/** A check that moves the store less than this against its peers says "no clear effect". */
export const CLEAR_EFFECT = 0.05;
