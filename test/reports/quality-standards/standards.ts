import { CATALOGUE } from '../../../src/reports/quality-standards/catalogue.ts';
import type { StandardCode, StandardLine } from '../../../src/reports/quality-standards/line.ts';

/** A filed line: a target and repair in seven days, unless the test says otherwise. */
export function line(code: StandardCode, changes: Partial<StandardLine> = {}): StandardLine {
  const { metric, operator, unit, window, source, sampleMin, min } = CATALOGUE[code];
  return {
    ...{ code, metric, operator, unit, window, source, sampleMin },
    target: min,
    remedy: { kind: 'FIX_IN_DAYS', days: 7 },
    contractClause: null,
    naReason: null,
    ...changes,
  };
}

export const notApplicable = (code: StandardCode): StandardLine =>
  line(code, { target: null, remedy: null, naReason: 'The store ships its own orders' });
