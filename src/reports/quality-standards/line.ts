/** One filed line of the quality standards (domain-rules §5): what was promised, how it is measured, what a miss costs. */
export const STANDARD_CODES = [
  'QS01',
  'QS02',
  'QS03',
  'QS04',
  'QS05',
  'QS06',
  'QS07',
  'QS08',
  'QS09',
  'QS10',
  'QS11',
  'QS12',
  'QS13',
  'QS14',
] as const;
export type StandardCode = (typeof STANDARD_CODES)[number];

export type Operator = '<=' | '>=';
export type StandardUnit =
  | 'SECONDS'
  | 'HOURS'
  | 'DAYS'
  | 'DAY_OF_MONTH'
  | 'PERCENT'
  | 'POINTS'
  | 'PER_MONTH'
  | 'MINOR_UNITS'
  | 'RATIO';
export type Window = 'MONTH' | 'QUARTER' | 'END_OF_COOPERATION';
export type Source = 'FEED' | 'UPLOAD' | 'STAFF';

export type Remedy =
  | { readonly kind: 'FIX_IN_DAYS'; readonly days: number }
  | { readonly kind: 'FEE_CREDIT'; readonly bp: number }
  | { readonly kind: 'EXIT_RIGHT' }
  | { readonly kind: 'NONE' };

export interface StandardLine {
  readonly code: StandardCode;
  readonly metric: string;
  readonly operator: Operator;
  /** In `unit`, at most two decimals; integer minor units of the report's currency for QS11. Null when not applicable. */
  readonly target: number | null;
  readonly unit: StandardUnit;
  readonly window: Window;
  readonly source: Source;
  readonly sampleMin: number;
  /** Null when not applicable. */
  readonly remedy: Remedy | null;
  readonly contractClause: string | null;
  /** Why the line does not apply, at least 10 characters; null when there is a target. */
  readonly naReason: string | null;
}
