/** From what is on record of a provider to a candidate for a brand's need (domain-rules §9.1). */
import type { Category } from '../../directory/categories.ts';
import type { CandidateRow } from '../record/candidates-query.ts';
import type { Candidate } from './candidate.ts';
import { AT_BEST, type Fit, fitScore, type Matched, matchScore } from './fit.ts';
import { categoryFit } from './near-categories.ts';

/** What is known of a candidate beside its row. */
export type KnownFacts = Pick<
  Candidate,
  'conflict' | 'freeBids' | 'categorySlates' | 'recentSlates' | 'lastSlateAt'
> &
  Pick<Matched, 'market' | 'band' | 'availability' | 'response'>;

/** What is not known counts as fitting for everybody alike, so that it moves nobody: nobody could be better than this. */
const NOTHING_KNOWN: KnownFacts = {
  ...AT_BEST,
  conflict: false,
  freeBids: 1,
  categorySlates: 0,
  recentSlates: 0,
  lastSlateAt: null,
};

type Row = Omit<CandidateRow, 'newcomer'>;

/** Each part by itself, as the places show it. */
export const fitOf = (
  { categories, scope }: Pick<Row, 'categories' | 'scope'>,
  wanted: Category,
  { market, band }: Pick<Fit, 'market' | 'band'>,
): Fit => ({ category: categoryFit(categories, wanted), scope, market, band });

export function candidateOf(row: Row, wanted: Category, known = NOTHING_KNOWN): Candidate {
  const { market, band, availability, response, ...standing } = known;
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
