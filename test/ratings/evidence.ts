import type { RatingEvidence } from '../../src/ratings/score/evidence.ts';

/** The provider that domain-rules §7.3 works through. */
export const FULL = {
  surveys: [
    [
      { quartersAgo: 0, mean: 5 },
      { quartersAgo: 1, mean: 4.5 },
    ],
    [{ quartersAgo: 0, mean: 4 }],
    [{ quartersAgo: 2, mean: 3 }],
    [{ quartersAgo: 0, mean: 4.75 }],
  ],
  growth: [
    { gmv: 4_000_000, previous: 3_200_000, peerRatio: 1.1 },
    { gmv: 1_000_000, previous: 1_250_000, peerRatio: 1.05 },
    { gmv: 2_250_000, previous: 1_500_000, peerRatio: 1.1 },
  ],
  scale: { below: 13, equal: 1, group: 20, storeMonths: 40 },
  experience: [
    {
      dsr: [4.86, 4.83, 4.76],
      categoryDsr: 4.8,
      disputes: 6,
      disputeBenchmark: 0.005,
      orders: 1_800,
      onTime: 1_710,
      onTimeBenchmark: 0.94,
    },
  ],
  checks: { met: 34, measured: 36 },
  renewal: { renewed: 3, eligible: 4 },
  capability: { certifiedShare: 0.4, tasksDone: 3, tasksAssigned: 4, apiHealthy: true, newStores: 1 },
  deductions: { complaints: 1, storeMonths: 12, incidents: [], lateFilings: 0 },
  previousQuarter: 64.2,
} as const satisfies RatingEvidence;
