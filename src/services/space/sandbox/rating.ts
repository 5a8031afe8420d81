import type { RatingView } from '../space.ts';

/** The worked example of the rules (domain-rules §7.3), as the rating of every sandbox. */
export const SAMPLE_RATING: RatingView = {
  ...{ level: '4', quarter: '2026-Q1', version: 1, publishedAt: null },
  ...{ score: 68.77, published: 66.49, coverage: 100 },
  dimensions: [
    { dimension: 'D1', weight: 25, score: 78.07, evidenced: true },
    { dimension: 'D2', weight: 15, score: 54.99, evidenced: true },
    { dimension: 'D3', weight: 10, score: 67.5, evidenced: true },
    { dimension: 'D4', weight: 20, score: 61.65, evidenced: true },
    { dimension: 'D5', weight: 15, score: 92.39, evidenced: true },
    { dimension: 'D6', weight: 10, score: 72.5, evidenced: true },
    { dimension: 'D7', weight: 5, score: 76.25, evidenced: true },
  ],
  deductions: { complaints: 3, incidents: 0, lateFilings: 0, total: 3 },
  cases: ['inc_sandbox_1'],
  next: { level: '5', missingPoints: 5.51, gates: [] },
  steps: [{ code: 'finish-training', gain: 0.31 }],
  trend: [
    { quarter: '2026-Q1', published: 66.49 },
    { quarter: '2025-Q4', published: 64.2 },
  ],
};
