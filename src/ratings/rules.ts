/**
 * Every number of the rating (domain-rules §7). All are configurable defaults of this product, none an official figure.
 * A change of any of them, or of a formula, is a new version, so that each snapshot says by which rules it was made.
 */
export const ALGORITHM_VERSION = '1';

export const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Out of 100 together. */
export const WEIGHTS: Readonly<Record<Dimension, number>> = {
  D1: 25,
  D2: 15,
  D3: 10,
  D4: 20,
  D5: 15,
  D6: 10,
  D7: 5,
};

export const SATISFACTION = {
  /** Answers older than this many quarters no longer count. */
  quarters: 4,
  halfLifeQuarters: 2,
  /** The prior: so many stores that all gave this mean. */
  priorStores: 5,
  priorMean: 4,
  /** Weighed stores that make it evidence. */
  minimumWeight: 2,
} as const;

export const GROWTH = { priorStores: 3, priorScore: 50, minimumStores: 2, minimumPeers: 8 } as const;
export const SCALE = { minimumStoreMonths: 6, minimumGroup: 8 } as const;
export const EXPERIENCE = {
  minimumOrders: 300,
  /** Orders at the category's own rate that are added to every store's. */
  priorOrders: 200,
  /** How far from the category's average a description score gains or loses the whole half of its part. */
  dsrSpan: 0.1,
} as const;
export const CHECKS = { priorMet: 8.5, priorMeasured: 10, minimumMeasured: 10 } as const;
export const RENEWAL = { priorRenewed: 2.8, priorEligible: 4, minimumEligible: 2 } as const;
export const CAPABILITY = {
  part: 25,
  fullCertifiedShare: 0.5,
  fullNewStores: 2,
  healthyDayShare: 0.95,
} as const;

export const DEDUCTIONS = {
  complaint: 3,
  /** A complaint weighs less on whoever served more store-months than these. */
  complaintStoreMonths: 12,
  complaintsMost: 15,
  incident: { S1: 10, S2: 5, S3: 2 },
  lateFiling: 1,
  lateFilingsMost: 5,
  most: 30,
} as const;
export type IncidentSeverity = keyof typeof DEDUCTIONS.incident;
export const INCIDENT_SEVERITIES = ['S1', 'S2', 'S3'] as const satisfies readonly IncidentSeverity[];
