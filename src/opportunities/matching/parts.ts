/** How far markets, languages and budget fit (domain-rules §9.1). What a provider has not said counts as fitting. */
import { CATEGORIES, isCategory } from '../../directory/categories.ts';
import type { Need } from '../need/opportunity.ts';
import { BANDS, isBand } from '../need/vocabulary.ts';

export interface Profile {
  readonly markets: readonly string[];
  readonly languages: readonly string[];
  readonly bands: readonly string[];
  /** Categories in which it serves one brand alone. */
  readonly exclusive: readonly string[];
}

/** The mean of two shares: of the wanted markets that it serves, and of the wanted languages that it speaks. */
export const marketFit = (
  { markets, languages }: Profile,
  wanted: Pick<Need, 'markets' | 'languages'>,
): number => (covered(wanted.markets, markets) + covered(wanted.languages, languages)) / 2;

function covered(wanted: readonly string[], has: readonly string[]): number {
  if (wanted.length === 0 || has.length === 0) return 1;
  return wanted.filter((each) => has.includes(each)).length / wanted.length;
}

/** A neighbouring band fits by half: a provider grows into it, or has just grown out of it. */
const NEAR_BAND = 0.5;

export function bandFit({ bands }: Profile, wanted: Need['band']): number {
  if (bands.length === 0 || bands.includes(wanted)) return 1;
  const steps = bands.filter(isBand).map((band) => Math.abs(BANDS.indexOf(band) - BANDS.indexOf(wanted)));
  return Math.min(...steps) === 1 ? NEAR_BAND : 0;
}

/** Bound to a rival: in this category, in the one above it, or in one below it. */
export function inConflict({ exclusive }: Profile, wanted: Need['category']): boolean {
  const parent = CATEGORIES[wanted].parent;
  return exclusive
    .filter(isCategory)
    .some((bound) => bound === wanted || bound === parent || CATEGORIES[bound].parent === wanted);
}
