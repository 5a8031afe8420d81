/** Nobody takes every slate where others are as good (domain-rules §9.1). */
import type { Candidate } from './candidate.ts';

/** Per cent of a category's slates in 30 days. */
const LARGEST_SHARE = 40;
const AS_GOOD_WITHIN = 0.05;
const OTHERS_NEEDED = 5;

/** @param categorySlates of the last 30 days, the one being made not counted */
export function reachedItsShare(
  candidate: Candidate,
  categorySlates: number,
  candidates: readonly Candidate[],
): boolean {
  if (candidate.categorySlates < mostSlates(categorySlates + 1)) return false;
  return asGood(candidate, candidates) >= OTHERS_NEEDED;
}

/** Of so many slates; the first one is never too many. */
export const mostSlates = (slates: number): number => Math.max(1, Math.floor((slates * LARGEST_SHARE) / 100));

const asGood = ({ providerId, match }: Candidate, candidates: readonly Candidate[]): number =>
  candidates.filter((other) => other.providerId !== providerId && Math.abs(apart(match, other.match)) <= NEAR)
    .length;

/** Neither it nor anybody who matches less is as good. */
export const farBelow = (candidate: Candidate, other: Candidate): boolean =>
  apart(other.match, candidate.match) > NEAR;

/** In ten-thousandths, as matches are stored. */
const apart = (match: number, other: number): number => Math.round((match - other) * 10_000);
const NEAR = AS_GOOD_WITHIN * 10_000;
