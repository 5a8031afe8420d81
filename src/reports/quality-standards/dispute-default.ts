/** Who answers for a disputed point (domain-rules §5, last rule). */
import type { Remedy, StandardLine } from './line.ts';
import { DEFAULT_REMEDY } from './remedy.ts';

type CheckVerdict = 'MET' | 'MISSED' | 'NOT_MEASURED' | 'EXEMPT';

export interface DisputedPoint {
  /** Null when the report filed nothing for it. */
  readonly line: StandardLine | null;
  /** The store ticked this line's N/A when it confirmed. */
  readonly naTicked: boolean;
  /** A clause of the counter-signed contract shows otherwise. */
  readonly clauseShowsOtherwise: boolean;
  readonly verdict: CheckVerdict;
}

export type DisputeFinding =
  | { readonly finding: 'AGAINST_PROVIDER'; readonly because: 'nothing-filed' | 'na-not-ticked' }
  | {
      readonly finding: 'NONE';
      readonly because:
        | 'clause-shows-otherwise'
        | 'agreed-not-applicable'
        | 'met'
        | 'exempt'
        | 'not-measured';
    }
  | { readonly finding: 'REMEDY'; readonly because: 'missed'; readonly remedy: Remedy };

/** Nothing filed means the provider answers for it; filed and met means nothing; filed and missed means its remedy. */
export function disputeDefault(point: DisputedPoint): DisputeFinding {
  const { line, naTicked, clauseShowsOtherwise, verdict } = point;
  const agreedNotApplicable = line !== null && line.target === null && naTicked;
  if (agreedNotApplicable) return { finding: 'NONE', because: 'agreed-not-applicable' };
  if (line === null || line.target === null) {
    if (clauseShowsOtherwise) return { finding: 'NONE', because: 'clause-shows-otherwise' };
    return { finding: 'AGAINST_PROVIDER', because: line === null ? 'nothing-filed' : 'na-not-ticked' };
  }
  if (verdict === 'MISSED')
    return { finding: 'REMEDY', because: 'missed', remedy: line.remedy ?? DEFAULT_REMEDY };
  return { finding: 'NONE', because: NOT_MISSED[verdict] };
}

const NOT_MISSED = { MET: 'met', EXEMPT: 'exempt', NOT_MEASURED: 'not-measured' } as const;
