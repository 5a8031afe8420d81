/** The levels (domain-rules §7.4). P is "not yet rated" and never shown as low. */
export const LEVELS = ['P', 'R', '3', '4', '5', '6'] as const;
export type Level = (typeof LEVELS)[number];

export const RATED_LEVELS = ['R', '3', '4', '5', '6'] as const;
export type RatedLevel = (typeof RATED_LEVELS)[number];

export const isRated = (level: Level): level is RatedLevel => level !== 'P';

/** Higher is better; P before all. */
export const rankOf = (level: Level): number => LEVELS.indexOf(level);

export const nextAbove = (level: RatedLevel): RatedLevel =>
  RATED_LEVELS[Math.min(RATED_LEVELS.indexOf(level) + 1, RATED_LEVELS.length - 1)] ?? level;

export const nextBelow = (level: RatedLevel): RatedLevel =>
  RATED_LEVELS[Math.max(RATED_LEVELS.indexOf(level) - 1, 0)] ?? level;

/** Published score from which each level may be had. */
export const THRESHOLDS: Readonly<Record<RatedLevel, number>> = { R: 0, 3: 55, 4: 65, 5: 72, 6: 78 };

/** Highest level of a first rating, and of anybody with a single quarter. */
export const HIGHEST_FIRST_LEVEL = '4' satisfies RatedLevel;
