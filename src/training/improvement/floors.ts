import type { Level } from '../../ratings/levels/level.ts';
import { DIMENSIONS, type Dimension } from '../../ratings/rules.ts';

/** Below these a dimension is a signal: what the third star asks of all, and each level of its core (domain-rules §7.4). */
const LOWEST = 30;
const CORE: readonly Dimension[] = ['D1', 'D4', 'D5'];
const CORE_FLOOR: Readonly<Record<Level, number>> = { P: 30, R: 30, 3: 30, 4: 45, 5: 55, 6: 60 };

export type DimensionScores = Readonly<
  Record<Dimension, { readonly score: number; readonly evidenced: boolean }>
>;

/** Dimensions that are evidenced and under the floor of the level. */
export const underFloor = (level: Level, scores: DimensionScores): readonly Dimension[] =>
  DIMENSIONS.filter((dimension) => {
    const { score, evidenced } = scores[dimension];
    return evidenced && score < (CORE.includes(dimension) ? CORE_FLOOR[level] : LOWEST);
  });
