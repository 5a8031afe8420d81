/** Who may stand on a slate at all (domain-rules §9.1), and in which order equals stand. */
import { createHash } from 'node:crypto';
import type { OrganisationId } from '../../people/principal.ts';
import { type Level, rankOf } from '../../ratings/levels/level.ts';

export interface Candidate {
  readonly providerId: OrganisationId;
  readonly recognised: boolean;
  readonly suspended: boolean;
  readonly offersScope: boolean;
  /** Serves a rival brand that has asked for it alone. */
  readonly conflict: boolean;
  readonly freeBids: number;
  readonly level: Level;
  readonly scoredCycles: number;
  /** 0 to 1, four places. */
  readonly fit: number;
  readonly match: number;
  /** Slates of the last 30 days: of this category, and of all. */
  readonly categorySlates: number;
  readonly recentSlates: number;
  /** Null: never on one. */
  readonly lastSlateAt: Date | null;
}

export const EXCLUSIONS = [
  'not-recognised',
  'suspended',
  'scope-not-offered',
  'conflict',
  'no-free-bid',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** The first reason for which a provider cannot be recommended; null: it can. */
export function excludedBecause(candidate: Candidate): Exclusion | null {
  if (!candidate.recognised) return 'not-recognised';
  if (candidate.suspended) return 'suspended';
  if (!candidate.offersScope) return 'scope-not-offered';
  if (candidate.conflict) return 'conflict';
  return candidate.freeBids > 0 ? null : 'no-free-bid';
}

/**
 * Best match first. Equals: the higher level, fewer slates of late, longest since the last one, and then by lot: a hash
 * that differs with every opportunity, so that neither the alphabet nor seniority decides.
 */
export function orderOf(opportunityId: string): (one: Candidate, other: Candidate) => number {
  const lots = new Map<OrganisationId, string>();
  const lot = ({ providerId }: Candidate) => {
    const drawn = lots.get(providerId) ?? lotOf(opportunityId, providerId);
    lots.set(providerId, drawn);
    return drawn;
  };
  return (one, other) =>
    other.match - one.match ||
    rankOf(other.level) - rankOf(one.level) ||
    one.recentSlates - other.recentSlates ||
    sinceEpoch(one.lastSlateAt) - sinceEpoch(other.lastSlateAt) ||
    byText(lot(one), lot(other));
}

const byText = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

export const inOrder = (opportunityId: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted(orderOf(opportunityId));

/** Whoever can be recommended at all. */
export const ableOf = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter((candidate) => excludedBecause(candidate) === null);

const sinceEpoch = (at: Date | null): number => at?.getTime() ?? 0;

export const lotOf = (opportunityId: string, providerId: OrganisationId): string =>
  createHash('sha256').update(`${opportunityId}|${providerId}`, 'utf8').digest('hex');
