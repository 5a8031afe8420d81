import type { Candidate } from '../../../src/opportunities/matching/candidate.ts';

/** Somebody who can be recommended, and fits wholly. */
export const aCandidate = (providerId: string, changes: Partial<Candidate> = {}): Candidate => ({
  providerId,
  recognised: true,
  suspended: false,
  offersScope: true,
  conflict: false,
  freeBids: 1,
  level: '4',
  scoredCycles: 6,
  fit: 1,
  match: 0.7,
  categorySlates: 0,
  recentSlates: 0,
  lastSlateAt: null,
  ...changes,
});
