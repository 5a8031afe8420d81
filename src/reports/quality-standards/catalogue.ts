/** The catalogue of quality standards (服务质量标准), one row a standard (domain-rules §5). */
import type { Operator, Source, StandardCode, StandardUnit, Window } from './line.ts';

export interface StandardSpec {
  readonly code: StandardCode;
  readonly metric: string;
  readonly operator: Operator;
  readonly unit: StandardUnit;
  /** Allowed target, both ends inclusive; QS11 is judged in minor units. */
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  /** What a form shows as an example of a good target. */
  readonly example: string;
  readonly window: Window;
  /** Fewer measurements than this in the window are not judged. */
  readonly sampleMin: number;
  readonly source: Source;
}

type Row = readonly [
  metric: string,
  operator: Operator,
  unit: StandardUnit,
  allowed: readonly [number, number],
];
type Measure = readonly [
  decimals: number,
  example: string,
  window: Window,
  sampleMin: number,
  source: Source,
];

function row(code: StandardCode, [metric, operator, unit, [min, max]]: Row, measure: Measure): StandardSpec {
  const [decimals, example, window, sampleMin, source] = measure;
  return { code, metric, operator, unit, min, max, decimals, example, window, sampleMin, source };
}

const ANY_AMOUNT: readonly [number, number] = [1, Number.MAX_SAFE_INTEGER];

// Samples: rates need about a hundred cases before one case stops moving them by more than a percentage point; DSR
// needs the 50 ratings that the diagnosis asks for (domain-rules §10 R2); counted events are judged from the first.
export const CATALOGUE: Readonly<Record<StandardCode, StandardSpec>> = {
  QS01: row('QS01', ['FIRST_REPLY', '<=', 'SECONDS', [10, 600]], [0, '60', 'MONTH', 100, 'FEED']),
  QS02: row('QS02', ['REPLY_RATE', '>=', 'PERCENT', [80, 100]], [2, '95', 'MONTH', 100, 'FEED']),
  QS03: row('QS03', ['ON_TIME_SHIPMENT', '>=', 'PERCENT', [80, 100]], [2, '98', 'MONTH', 100, 'FEED']),
  QS04: row('QS04', ['REFUND_HANDLING', '<=', 'HOURS', [1, 120]], [1, '24', 'MONTH', 20, 'FEED']),
  QS05: row('QS05', ['UPHELD_DISPUTES', '<=', 'PERCENT', [0, 5]], [2, '0.5', 'MONTH', 100, 'FEED']),
  QS06: row('QS06', ['DSR_AGAINST_CATEGORY', '>=', 'POINTS', [-0.2, 0.3]], [2, '0.05', 'MONTH', 50, 'FEED']),
  QS07: row('QS07', ['MONTHLY_REPORT', '<=', 'DAY_OF_MONTH', [1, 15]], [0, '5', 'MONTH', 1, 'UPLOAD']),
  QS08: row('QS08', ['REVIEW_MEETINGS', '>=', 'PER_MONTH', [1, 8]], [0, '2', 'MONTH', 1, 'UPLOAD']),
  QS09: row('QS09', ['URGENT_ACKNOWLEDGEMENT', '<=', 'HOURS', [0.5, 24]], [1, '2', 'MONTH', 1, 'STAFF']),
  QS10: row('QS10', ['HANDOVER', '<=', 'DAYS', [5, 60]], [0, '30', 'END_OF_COOPERATION', 1, 'STAFF']),
  QS11: row('QS11', ['GMV', '>=', 'MINOR_UNITS', ANY_AMOUNT], [0, '1,000,000', 'QUARTER', 1, 'FEED']),
  QS12: row('QS12', ['AD_RETURN', '>=', 'RATIO', [0.1, 50]], [2, '3.5', 'MONTH', 1, 'FEED']),
  QS13: row('QS13', ['STOCK_OUT', '<=', 'DAYS', [0, 31]], [0, '3', 'MONTH', 1, 'FEED']),
  QS14: row('QS14', ['DELIVERABLES', '>=', 'PERCENT', [0, 100]], [2, '95', 'MONTH', 1, 'UPLOAD']),
};
