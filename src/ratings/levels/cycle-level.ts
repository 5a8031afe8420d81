/** A provider's level after a cycle, idle and thinly evidenced quarters included (domain-rules §7.4, §7.5). */
import type { OpenGates } from './gates.ts';
import { isRated } from './level.ts';
import { type Movement, move, qualifiedLevel, type Rank } from './movement.ts';

/** What a provider carries from one cycle into the next. */
export interface Carried extends Rank {
  /** Consecutive cycles that qualified for the highest level. */
  readonly qualifyingCycles: number;
  /** Quarters in a row without an effective report, or with too little evidence to move. */
  readonly heldCycles: number;
  /** Quarters with a score so far. */
  readonly scoredCycles: number;
  /** The latest quarter's own score that counted; null: the next one is the first. */
  readonly lastScore: number | null;
}

export const NEWCOMER: Carried = {
  level: 'P',
  atRisk: false,
  buffer: 0,
  qualifyingCycles: 0,
  heldCycles: 0,
  scoredCycles: 0,
  lastScore: null,
};

export interface CycleFacts {
  /** Had an effective report on any day of the quarter. */
  readonly active: boolean;
  /** The quarter's own, and the published one, as stored; null: nothing was evidenced. */
  readonly score: number | null;
  readonly published: number | null;
  readonly gates: OpenGates;
}

export const CYCLE_FLAGS = ['FIRST_CYCLE', 'INACTIVE', 'FROZEN', 'AT_RISK'] as const;
export type CycleFlag = (typeof CYCLE_FLAGS)[number];

export interface CycleLevel extends Carried {
  /** HOLD: nothing moved, for want of a relationship or of evidence; LAPSE: held too long, not rated any more. */
  readonly movement: Movement | 'HOLD' | 'LAPSE';
  readonly flags: readonly CycleFlag[];
}

/** For so many quarters a level is kept without being proved. */
const LONGEST_HOLD = 2;

export function cycleLevel(carried: Carried, { active, score, published, gates }: CycleFacts): CycleLevel {
  if (!active) return held(carried, 'INACTIVE');
  if (published === null || !gates.R) return held(carried, 'FROZEN');
  const qualifies = qualifiedLevel({ score: published, gates }) === '6';
  const qualifyingCycles = qualifies ? carried.qualifyingCycles + 1 : 0;
  const moved = move(carried, { score: published, gates, qualifyingCycles });
  const scoredCycles = carried.scoredCycles + 1;
  const flags: readonly CycleFlag[] = [
    ...(scoredCycles === 1 ? ['FIRST_CYCLE' as const] : []),
    ...(moved.atRisk ? ['AT_RISK' as const] : []),
  ];
  return { ...moved, qualifyingCycles, heldCycles: 0, scoredCycles, lastScore: score, flags };
}

/** Idle time is never scored as bad, so what stood stands; but not for ever. */
function held(carried: Carried, flag: 'INACTIVE' | 'FROZEN'): CycleLevel {
  const heldCycles = carried.heldCycles + 1;
  if (isRated(carried.level) && heldCycles > LONGEST_HOLD)
    return { ...NEWCOMER, heldCycles, scoredCycles: carried.scoredCycles, movement: 'LAPSE', flags: [flag] };
  const flags: readonly CycleFlag[] = carried.atRisk ? [flag, 'AT_RISK'] : [flag];
  return { ...carried, qualifyingCycles: 0, heldCycles, movement: 'HOLD', flags };
}
