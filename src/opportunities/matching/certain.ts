/** When a slate of those who were read is the slate of everybody (domain-rules §9.1). */
import { ableOf, type Candidate, orderOf } from './candidate.ts';
import { farBelow, mostSlates, reachedItsShare } from './exposure.ts';
import { type Need, PLACES, slate } from './slate.ts';

/** The best that anybody who was not read could be; null: all were read. */
export interface Unread {
  readonly newcomer: Candidate | null;
  readonly other: Candidate | null;
}

/**
 * Nobody unread could stand on the slate of these candidates, nor keep one of them off it by being as good: every place
 * comes before the best of the unread, the newcomer's before the best newcomer among them, and none depends on a share of
 * slates that more others would make too large.
 */
export function isCertain(need: Need, candidates: readonly Candidate[], unread: Unread): boolean {
  const newcomers = given(unread.newcomer);
  const all = [...newcomers, ...given(unread.other)];
  if (all.length === 0) return true;
  const places = slate(need, candidates);
  if (places.length < PLACES) return false;
  if (newcomers.length > 0 && !places.some(({ because }) => because === 'newcomer')) return false;
  const able = ableOf(candidates);
  const byId = new Map(able.map((candidate) => [candidate.providerId, candidate]));
  const compare = orderOf(need.opportunityId);
  return places.every(({ providerId, because }) => {
    const candidate = byId.get(providerId);
    if (!candidate || !keepsItsPlace(candidate, all, { need, able })) return false;
    return (because === 'newcomer' ? newcomers : all).every((each) => compare(candidate, each) <= 0);
  });
}

const given = (candidate: Candidate | null): readonly Candidate[] => (candidate === null ? [] : [candidate]);

interface Field {
  readonly need: Need;
  readonly able: readonly Candidate[];
}

/** Whatever else would be read, its share of the category's slates does not put it behind. */
function keepsItsPlace(candidate: Candidate, unread: readonly Candidate[], { need, able }: Field): boolean {
  if (candidate.categorySlates < mostSlates(need.categorySlates + 1)) return true;
  if (reachedItsShare(candidate, need.categorySlates, able)) return false;
  return unread.every((each) => farBelow(each, candidate));
}
