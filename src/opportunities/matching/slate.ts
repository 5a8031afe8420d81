/** The five who are recommended for a brand's need (domain-rules §9.1). There are no paid places. */
import type { OrganisationId } from '../../people/principal.ts';
import { ableOf, type Candidate, inOrder } from './candidate.ts';
import { reachedItsShare } from './exposure.ts';

export type PlaceBecause = 'match' | 'newcomer';

export interface Place {
  readonly providerId: OrganisationId;
  /** From 1. */
  readonly place: number;
  readonly because: PlaceBecause;
}

export interface Need {
  readonly opportunityId: string;
  /** Slates of the category in the last 30 days, this one not counted. */
  readonly categorySlates: number;
}

export const PLACES = 5;
const NEWCOMER_FIT = 0.6;
const NEWCOMER_CYCLES = 2;

/** Fewer than five only where fewer can be recommended at all. */
export function slate(need: Need, candidates: readonly Candidate[]): readonly Place[] {
  const able = inOrder(need.opportunityId, ableOf(candidates));
  const rested = able.filter((candidate) => reachedItsShare(candidate, need.categorySlates, able));
  const order = [...able.filter((candidate) => !rested.includes(candidate)), ...rested];
  const best = order.slice(0, PLACES - 1);
  const others = order.slice(PLACES - 1);
  const newcomer = others.find((candidate) => isNewcomer(candidate) && !rested.includes(candidate));
  const last = newcomer ?? others[0];
  return [...best, ...(last ? [last] : [])].map((candidate, index) => ({
    providerId: candidate.providerId,
    place: index + 1,
    because: candidate === newcomer ? 'newcomer' : 'match',
  }));
}

/** The fifth place is for whoever has had no chance yet to be measured, if they fit. */
const isNewcomer = ({ level, scoredCycles, fit }: Candidate): boolean =>
  (level === 'P' || scoredCycles < NEWCOMER_CYCLES) && fit >= NEWCOMER_FIT;
