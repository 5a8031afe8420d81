import type { Category } from '../../directory/categories.ts';
import type { Candidate } from '../matching/candidate.ts';
import { AT_BEST, type Fit, fitScore, type Matched, matchScore } from '../matching/fit.ts';
import { categoryFit } from '../matching/near-categories.ts';
import type { CandidateRow } from '../record/candidates-query.ts';

/** What decides a place beside category, scope and score. */
export interface OtherFacts
  extends Pick<Matched, 'market' | 'band' | 'availability' | 'response'>,
    Pick<Candidate, 'conflict' | 'freeBids' | 'categorySlates' | 'recentSlates' | 'lastSlateAt'> {}

/** What is not on record counts as fitting for everybody alike, so that it moves nobody. */
const UNKNOWN: OtherFacts = {
  ...AT_BEST,
  conflict: false,
  freeBids: 1,
  categorySlates: 0,
  recentSlates: 0,
  lastSlateAt: null,
};

/** Each part by itself, as the places show it. */
export const fitOf = (
  { categories, scope }: Pick<CandidateRow, 'categories' | 'scope'>,
  wanted: Category,
  { market, band }: Pick<Fit, 'market' | 'band'>,
): Fit => ({ category: categoryFit(categories, wanted), scope, market, band });

export function candidateOf(
  row: Omit<CandidateRow, 'newcomer'>,
  wanted: Category,
  { market, band, availability, response, ...standing }: OtherFacts = UNKNOWN,
): Candidate {
  const fit = fitOf(row, wanted, { market, band });
  const published = row.level === 'P' ? null : row.published;
  return {
    ...standing,
    providerId: row.providerId,
    recognised: true,
    suspended: false,
    offersScope: row.scope > 0,
    level: row.level,
    scoredCycles: row.scoredCycles,
    fit: fitScore(fit),
    match: matchScore({ ...fit, published, availability, response }),
  };
}
