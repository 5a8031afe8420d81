import type { Category } from '../../directory/categories.ts';
import { settled } from '../../ratings/decimal.ts';
import type { ServiceScope } from '../../reports/report.ts';
import { AT_BEST, matchBesides } from './fit.ts';
import { categoryFit, familyOf } from './near-categories.ts';
import { EVERY_OFFER, shareOf } from './scope-bits.ts';

/** One kind of candidacy: whoever offers exactly these scopes for this category. */
export interface Offer {
  readonly category: Category;
  readonly bits: number;
  /** Share of the wanted scopes, 0 to 1. */
  readonly scope: number;
  /** What a match can be besides the published score, with everything that the kind does not say at its best. A decimal. */
  readonly besides: string;
}

export interface Wanted {
  readonly category: Category;
  readonly scopes: readonly ServiceScope[];
}

/** Every kind that meets the need at least in part. */
export const offersFor = ({ category, scopes }: Wanted): readonly Offer[] =>
  familyOf(category).flatMap((near) => {
    const besides = bestBesides(categoryFit([near], category));
    return EVERY_OFFER.map((bits) => ({ category: near, bits, scope: shareOf(bits, scopes) }))
      .filter(({ scope }) => scope > 0)
      .map((offer) => ({ ...offer, besides: besides(offer.scope) }));
  });

/** Computed once for each share. */
function bestBesides(category: number): (scope: number) => string {
  const known = new Map<number, string>();
  return (scope) => {
    const found = known.get(scope) ?? settled(matchBesides({ category, scope, ...AT_BEST })).toFixed();
    known.set(scope, found);
    return found;
  };
}
