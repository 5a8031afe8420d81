/** From one quarter's level to the next (domain-rules §7.6): up at once, down one step and only after a warning. */
import type { OpenGates } from './gates.ts';
import {
  HIGHEST_FIRST_LEVEL,
  isRated,
  type Level,
  nextAbove,
  nextBelow,
  RATED_LEVELS,
  type RatedLevel,
  rankOf,
  THRESHOLDS,
} from './level.ts';

export const MOVEMENTS = ['FIRST_RATING', 'PROMOTE', 'KEEP', 'BUFFER', 'AT_RISK', 'DEMOTE'] as const;
export type Movement = (typeof MOVEMENTS)[number];

export interface Rank {
  readonly level: Level;
  /** One cycle of grace has been given, with an improvement plan. */
  readonly atRisk: boolean;
  /** Cycles spent just under the threshold. */
  readonly buffer: number;
}

export interface Moved extends Rank {
  readonly level: RatedLevel;
  readonly movement: Movement;
}

export interface Cycle {
  /** Published, as stored. */
  readonly score: number;
  readonly gates: OpenGates;
  /** Consecutive cycles, this one included, that qualify for the highest level. */
  readonly qualifyingCycles: number;
}

const BUFFER_POINTS = 3;
const BUFFER_CYCLES = 2;
const CYCLES_FOR_HIGHEST = 2;

/** The highest level whose score and gates are reached; R always is. */
export function qualifiedLevel({ score, gates }: Pick<Cycle, 'score' | 'gates'>): RatedLevel {
  return RATED_LEVELS.findLast((level) => score >= THRESHOLDS[level] && gates[level]) ?? 'R';
}

export function move(rank: Rank, cycle: Cycle): Moved {
  const eligible = eligibleLevel(rank, cycle);
  const { level } = rank;
  if (!isRated(level)) return { ...SETTLED, level: firstLevel(eligible), movement: 'FIRST_RATING' };
  if (rankOf(eligible) > rankOf(level)) return { ...SETTLED, level: nextAbove(level), movement: 'PROMOTE' };
  if (eligible === level) return { ...SETTLED, level, movement: 'KEEP' };
  return belowOwnLevel({ ...rank, level }, cycle, eligible);
}

const SETTLED = { atRisk: false, buffer: 0 } as const;

function eligibleLevel({ level }: Rank, cycle: Cycle): RatedLevel {
  const qualified = qualifiedLevel(cycle);
  return qualified === '6' && level === '5' && cycle.qualifyingCycles < CYCLES_FOR_HIGHEST ? '5' : qualified;
}

const firstLevel = (eligible: RatedLevel): RatedLevel =>
  rankOf(eligible) > rankOf(HIGHEST_FIRST_LEVEL) ? HIGHEST_FIRST_LEVEL : eligible;

interface RatedRank extends Rank {
  readonly level: RatedLevel;
}

function belowOwnLevel({ level, atRisk, buffer }: RatedRank, cycle: Cycle, eligible: RatedLevel): Moved {
  const near = cycle.score >= THRESHOLDS[level] - BUFFER_POINTS && cycle.gates[level];
  if (near && buffer < BUFFER_CYCLES && !atRisk)
    return { level, atRisk, buffer: buffer + 1, movement: 'BUFFER' };
  if (!atRisk) return { level, atRisk: true, buffer, movement: 'AT_RISK' };
  const lower = nextBelow(level);
  return { level: lower, atRisk: rankOf(eligible) < rankOf(lower), buffer: 0, movement: 'DEMOTE' };
}
