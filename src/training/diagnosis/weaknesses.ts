import { PROBLEM } from '../rules.ts';
import { FACTORS, type Factor, gainAt } from './factors.ts';
import type { Benchmark, WindowFigures } from './figures.ts';
import { excludes, shareInterval } from './interval.ts';
import { settled } from './settled.ts';

/** One factor beside its peers. */
export interface FactorStanding {
  readonly factor: Factor;
  readonly value: number;
  readonly median: number;
  readonly topQuartile: number;
  /** Of the median. */
  readonly ratio: number;
  /** So far below the median that chance does not explain it. */
  readonly weak: boolean;
  /** What more the store would turn over in thirty days at the median, minor units; 0 where it is there already. */
  readonly recoverable: number;
}

export const standings = (figures: WindowFigures, benchmark: Benchmark): readonly FactorStanding[] =>
  FACTORS.map((factor) => standing(factor, figures, benchmark));

function standing(factor: Factor, figures: WindowFigures, benchmark: Benchmark): FactorStanding {
  const value = figures.factors[factor];
  const median = benchmark.median[factor];
  const ratio = settled(median > 0 ? value / median : 1);
  // Visitors who bought are a sample; the other factors are what they are.
  const clear = factor !== 'CVR' || excludes(shareInterval(figures.buyers, figures.uv), median);
  return {
    factor,
    value,
    median,
    topQuartile: benchmark.topQuartile[factor],
    ratio,
    weak: ratio <= PROBLEM.ratio && clear,
    recoverable: Math.max(0, gainAt(figures.factors, factor, median)),
  };
}

/** Weak factors, the one that would bring most first. */
export const weaknesses = (all: readonly FactorStanding[]): readonly FactorStanding[] =>
  all.filter(({ weak }) => weak).sort((one, other) => other.recoverable - one.recoverable);

/** The factor with most room up to the best quarter. */
export function mostRoom(all: readonly FactorStanding[]): Factor | null {
  const byRoom = all
    .filter(({ value, topQuartile }) => value < topQuartile)
    .sort((one, other) => one.value / one.topQuartile - other.value / other.topQuartile);
  return byRoom[0]?.factor ?? null;
}
