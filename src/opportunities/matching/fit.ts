/** How well a provider fits a brand's need, and the matching score (domain-rules §9.1). */
import type { Decimal } from 'decimal.js';
import { clamped, decimal, toPlaces } from '../../ratings/decimal.ts';

/** Each from 0 to 1. */
export interface Fit {
  readonly category: number;
  readonly scope: number;
  /** Markets and languages. */
  readonly market: number;
  /** Whether the provider's stores are of the size that the budget is for. */
  readonly band: number;
}

export interface Matched extends Fit {
  /** Published score; null for a provider that is not yet rated. */
  readonly published: number | null;
  /** 0 to 1: bids that are still free. */
  readonly availability: number;
  /** 0 to 1: how many slates were answered in time. */
  readonly response: number;
}

const FIT_WEIGHTS = { category: '0.40', scope: '0.25', market: '0.20', band: '0.15' } as const;
const MATCH_WEIGHTS = { fit: '0.45', quality: '0.40', availability: '0.10', response: '0.05' } as const;
/** Published scores from here on, over so many points, are quality from 0 to 1. */
const QUALITY_FROM = 40;
const QUALITY_SPAN = 50;
/** What somebody not yet rated is taken to be worth, so that they have a real chance. */
const PROVISIONAL_PUBLISHED = 60;

export const fitScore = (fit: Fit): number => toPlaces(exactFit(fit), 4);

/** Four places, half up. */
export function matchScore(matched: Matched): number {
  const published = decimal(matched.published ?? PROVISIONAL_PUBLISHED);
  const quality = clamped(published.minus(QUALITY_FROM).div(QUALITY_SPAN), decimal(0), decimal(1));
  return toPlaces(matchBesides(matched).plus(quality.times(MATCH_WEIGHTS.quality)), 4);
}

/** The most that a match can have from what the provider's own record does not say. */
export const AT_BEST = { market: 1, band: 1, availability: 1, response: 1 } as const;

/** What everything but the published score makes of a match, not rounded. */
export const matchBesides = ({ availability, response, ...fit }: Omit<Matched, 'published'>): Decimal =>
  exactFit(fit)
    .times(MATCH_WEIGHTS.fit)
    .plus(decimal(availability).times(MATCH_WEIGHTS.availability))
    .plus(decimal(response).times(MATCH_WEIGHTS.response));

/** What each point of a published score adds, from the first that counts to the last. */
export const MATCH_PER_POINT = decimal(MATCH_WEIGHTS.quality).div(QUALITY_SPAN);

const exactFit = ({ category, scope, market, band }: Fit): Decimal =>
  decimal(category)
    .times(FIT_WEIGHTS.category)
    .plus(decimal(scope).times(FIT_WEIGHTS.scope))
    .plus(decimal(market).times(FIT_WEIGHTS.market))
    .plus(decimal(band).times(FIT_WEIGHTS.band));
