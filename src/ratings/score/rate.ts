/** A quarter's score from its evidence (domain-rules §7.3). Stored values go into every later step. */
import { clamped, decimal, type Score, stored, sum } from '../decimal.ts';
import { DIMENSIONS, type Dimension, WEIGHTS } from '../rules.ts';
import { type Deductions, deductions, NO_DEDUCTIONS } from './deductions.ts';
import { measuredDimensions } from './dimensions.ts';
import type { RatingEvidence } from './evidence.ts';

export interface DimensionScore {
  /** Two places; null where there is nothing to compute it from. */
  readonly score: Score | null;
  readonly evidenced: boolean;
}

export interface Rating {
  readonly dimensions: Readonly<Record<Dimension, DimensionScore>>;
  readonly evidenced: readonly Dimension[];
  /** Weights of the evidenced dimensions together, 0 to 100. */
  readonly coverage: number;
  /** Null where nothing is evidenced. */
  readonly combined: Score | null;
  readonly deductions: Deductions;
  /** This quarter's own. */
  readonly score: Score | null;
  /** The mean of this quarter's and the one before; this quarter's alone where there is none before. */
  readonly published: Score | null;
}

export function rate(evidence: RatingEvidence): Rating {
  const dimensions = scored(evidence);
  const evidenced = DIMENSIONS.filter((dimension) => dimensions[dimension].evidenced);
  const combined = combine(dimensions, evidenced);
  const taken = evidence.deductions ? deductions(evidence.deductions) : NO_DEDUCTIONS;
  const score = combined && stored(clamped(combined.minus(taken.total)));
  return {
    dimensions,
    evidenced,
    coverage: coverageOf(evidenced),
    combined,
    deductions: taken,
    score,
    published: score && publishedScore(score, evidence.previousQuarter ?? null),
  };
}

function scored(evidence: RatingEvidence): Rating['dimensions'] {
  const measured = measuredDimensions(evidence);
  const scoreOf = (dimension: Dimension): DimensionScore => {
    const found = measured[dimension];
    return found === null
      ? { score: null, evidenced: false }
      : { score: stored(found.value), evidenced: found.evidenced };
  };
  return {
    D1: scoreOf('D1'),
    D2: scoreOf('D2'),
    D3: scoreOf('D3'),
    D4: scoreOf('D4'),
    D5: scoreOf('D5'),
    D6: scoreOf('D6'),
    D7: scoreOf('D7'),
  };
}

const coverageOf = (evidenced: readonly Dimension[]): number =>
  evidenced.reduce((total, dimension) => total + WEIGHTS[dimension], 0);

function combine(dimensions: Rating['dimensions'], evidenced: readonly Dimension[]): Score | null {
  if (evidenced.length === 0) return null;
  const parts = evidenced.map(
    (dimension) => dimensions[dimension].score?.times(WEIGHTS[dimension]) ?? decimal(0),
  );
  return sum(parts).div(coverageOf(evidenced));
}

/** The half-year average (domain-rules §7.1). */
const publishedScore = (score: Score, previousQuarter: number | null): Score =>
  previousQuarter === null ? score : stored(score.plus(previousQuarter).div(2));
