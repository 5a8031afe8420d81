/** A month of a filed standard (domain-rules §5): met or missed, and what is not counted. */
import type { Operator, StandardCode } from '../reports/quality-standards/line.ts';

export interface FiledStandard {
  readonly code: StandardCode;
  readonly operator: Operator;
  readonly target: number;
  /** Fewer cases than these say nothing. */
  readonly sampleMinimum: number;
}

export interface Measurement {
  readonly code: StandardCode;
  /** In the unit of the standard; null: not measured. */
  readonly measured: number | null;
  readonly n: number;
  /** Whoever ruled that the cause was the store's own; null: nobody did. */
  readonly exemptionBy: string | null;
}

export type Verdict = 'MET' | 'MISSED' | 'NOT_MEASURED' | 'EXEMPT';

export function verdictOf({ operator, target, sampleMinimum }: FiledStandard, found: Measurement): Verdict {
  if (found.exemptionBy !== null) return 'EXEMPT';
  if (found.measured === null || found.n < sampleMinimum) return 'NOT_MEASURED';
  const met = operator === '<=' ? found.measured <= target : found.measured >= target;
  return met ? 'MET' : 'MISSED';
}
