import type { ComparedFactors } from '../../src/pictures/charts/diagnosis.ts';
import type { DimensionScores, RatingDimension } from '../../src/pictures/charts/dimensions.ts';
import type { Exposure } from '../../src/pictures/charts/exposure.ts';
import type { Funnel } from '../../src/pictures/charts/funnel.ts';
import type { RatingTrend } from '../../src/pictures/charts/rating-trend.ts';

export const TREND: RatingTrend = {
  quarters: [
    { quarter: '2025-Q3', published: 58.2 },
    { quarter: '2025-Q4', published: null },
    { quarter: '2026-Q1', published: 64.2 },
    { quarter: '2026-Q2', published: 66.49 },
  ],
  levels: [
    { level: 'R', from: 0 },
    { level: '3', from: 55 },
    { level: '4', from: 65 },
    { level: '5', from: 72 },
    { level: '6', from: 78 },
  ],
};

const dimension = (name: RatingDimension, weight: number, score: number | null) => {
  return { dimension: name, weight, score };
};

export const DIMENSIONS: DimensionScores = {
  quarter: '2026-Q2',
  scores: [
    dimension('D1', 25, 78.07),
    dimension('D2', 15, 54.99),
    dimension('D3', 10, null),
    dimension('D4', 20, 61.65),
    dimension('D5', 15, 92.39),
    dimension('D6', 10, null),
    dimension('D7', 5, 0),
  ],
};

export const FUNNEL: Funnel = {
  weeks: 12,
  lines: [
    { step: 'requested', count: 148, medianDays: null },
    { step: 'filled', count: 117, medianDays: 4.25 },
    { step: 'confirmed', count: 98, medianDays: 2 },
    { step: 'approved', count: 0, medianDays: null },
  ],
};

export const DIAGNOSIS: ComparedFactors = {
  stores: 64,
  factors: [
    { factor: 'UV', value: '60,000', median: '50,000', ratio: 1.2, topRatio: 1.4, weak: false },
    { factor: 'CVR', value: '1.80%', median: '2.50%', ratio: 0.72, topRatio: 1.3, weak: true },
    { factor: 'AOV', value: '320.00 CNY', median: '300.00', ratio: 1.07, topRatio: 1.2, weak: false },
    { factor: 'KEEP', value: '88.0%', median: '90.0%', ratio: 0.98, topRatio: 1.05, weak: false },
  ],
};

export const EXPOSURE: Exposure = {
  month: '2026-05',
  levels: [
    { level: '6', places: 6, won: 2 },
    { level: '4', places: 18, won: 3 },
    { level: '3', places: 10, won: 0 },
    { level: 'P', places: 6, won: 1 },
  ],
};
