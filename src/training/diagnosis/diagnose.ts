/** A store's diagnosis (domain-rules §10): figures in, verdict out; the same figures always give the same verdict. */
import { PROBLEM } from '../rules.ts';
import {
  type Confidence,
  type Days,
  type Evidence,
  evidenceOf,
  type Missing,
  missingOf,
} from './evidence.ts';
import { changeShares, FACTORS, type Factor, type Factors, netOf } from './factors.ts';
import type { Benchmark, Change, DiagnosisInput } from './figures.ts';
import { type CrossedLine, crossedLines, type RedLine } from './red-lines.ts';
import { settled } from './settled.ts';
import { type FactorStanding, mostRoom, standings, weaknesses } from './weaknesses.ts';

export type Verdict = 'INSUFFICIENT' | 'RED_LINE' | 'WEAK_FACTOR' | 'DECLINE' | 'HEALTHY';
export type Problem = RedLine | Factor;

export interface Diagnosis {
  readonly verdict: Verdict;
  /** Null where there is none, or too little to say. */
  readonly main: Problem | null;
  readonly secondary: readonly Problem[];
  /** Factors at the median or above it. */
  readonly good: readonly Factor[];
  /** Where a healthy store has most room. */
  readonly suggestion: Factor | null;
  readonly missing: readonly Missing[];
  readonly evidence: {
    readonly days: Days;
    readonly confidence: Confidence;
    readonly uv: number;
    readonly orders: number;
  } | null;
  readonly benchmark: Pick<Benchmark, 'group' | 'tier' | 'stores'> | null;
  readonly net: number | null;
  readonly factors: readonly FactorStanding[];
  readonly redLines: readonly CrossedLine[];
  /** Of the main factor, minor units in thirty days; null where a red line or nothing is the main problem. */
  readonly recoverable: number | null;
  readonly change: Moved | null;
}

interface Moved {
  /** Shares of 1: the store's own change, and the peers'. */
  readonly own: number;
  readonly peers: number;
  /** What each factor brought to it, minor units. */
  readonly shares: Factors;
}

export function diagnose(input: DiagnosisInput): Diagnosis {
  const evidence = evidenceOf(input);
  if (evidence === null) return insufficient(missingOf(input), null);
  const { compared } = evidence;
  const redLines = crossedLines({ ...compared, onTimeFiled: input.onTimeFiled });
  if (compared.benchmark === null && redLines.length === 0)
    return insufficient([{ what: 'benchmark' }], evidence);
  return judged(evidence, redLines, moved(input.change));
}

function insufficient(missing: readonly Missing[], evidence: Evidence | null): Diagnosis {
  return {
    verdict: 'INSUFFICIENT',
    ...{ main: null, secondary: [], good: [], suggestion: null, missing },
    evidence: evidence && shown(evidence),
    ...{ benchmark: null, net: null, factors: [], redLines: [], recoverable: null, change: null },
  };
}

function judged(evidence: Evidence, redLines: readonly CrossedLine[], change: Moved | null): Diagnosis {
  const { figures, benchmark } = evidence.compared;
  const factors = benchmark ? standings(figures, benchmark) : [];
  const weak = weaknesses(factors);
  const problems: readonly Problem[] = [
    ...redLines.map(({ code }) => code),
    ...weak.map(({ factor }) => factor),
  ];
  const declined = problems.length === 0 ? decliningFactor(change) : null;
  const main = problems[0] ?? declined;
  return {
    verdict: verdictOf(redLines, weak, declined),
    main,
    secondary: problems.slice(1, 1 + PROBLEM.mostSecondary),
    good: factors.filter(({ ratio }) => ratio >= 1).map(({ factor }) => factor),
    suggestion: main === null ? mostRoom(factors) : null,
    missing: [],
    evidence: shown(evidence),
    benchmark: benchmark && { group: benchmark.group, tier: benchmark.tier, stores: benchmark.stores },
    net: netOf(figures.factors),
    ...{ factors, redLines, change },
    recoverable: factors.find(({ factor }) => factor === main)?.recoverable ?? null,
  };
}

function verdictOf(
  redLines: readonly CrossedLine[],
  weak: readonly FactorStanding[],
  declined: Factor | null,
): Verdict {
  if (redLines.length > 0) return 'RED_LINE';
  if (weak.length > 0) return 'WEAK_FACTOR';
  return declined === null ? 'HEALTHY' : 'DECLINE';
}

function moved(change: Change | null): Moved | null {
  const shares = change && changeShares(change.before, change.now);
  if (!change || !shares) return null;
  return { own: netOf(change.now) / netOf(change.before) - 1, peers: change.peers, shares };
}

/** The factor that brought most of a fall behind the peers; null where there is no such fall. */
function decliningFactor(change: Moved | null): Factor | null {
  if (change === null || settled(change.own - change.peers) > PROBLEM.decline) return null;
  return FACTORS.reduce((worst, factor) => (change.shares[factor] < change.shares[worst] ? factor : worst));
}

function shown({ days, confidence, compared }: Evidence): NonNullable<Diagnosis['evidence']> {
  const { uv, orders } = compared.figures;
  return { days, confidence, uv, orders };
}
