/** Who was left out of a slate, and why: for staff, who answer for it. */
import type { OrganisationId } from '../../people/principal.ts';
import { type Candidate, type Exclusion, excludedBecause, inOrder } from './candidate.ts';
import { reachedItsShare } from './exposure.ts';
import type { Need, Place } from './slate.ts';

export type LeftOut = Exclusion | 'reached-its-share' | 'lower-match';

export interface CameClose {
  readonly providerId: OrganisationId;
  readonly match: number;
  readonly because: LeftOut;
}

const SHOWN = 5;

/** The best matches without a place, in order. */
export function cameClose(
  need: Need,
  candidates: readonly Candidate[],
  places: readonly Place[],
): readonly CameClose[] {
  const able = candidates.filter((candidate) => excludedBecause(candidate) === null);
  const placed = new Set(places.map(({ providerId }) => providerId));
  const because = (candidate: Candidate): LeftOut =>
    excludedBecause(candidate) ??
    (reachedItsShare(candidate, need.categorySlates, able) ? 'reached-its-share' : 'lower-match');
  return inOrder(need.opportunityId, candidates)
    .filter(({ providerId }) => !placed.has(providerId))
    .slice(0, SHOWN)
    .map((candidate) => ({
      providerId: candidate.providerId,
      match: candidate.match,
      because: because(candidate),
    }));
}
