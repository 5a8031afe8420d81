import type { App } from '../../app.ts';
import type { Category } from '../../directory/categories.ts';
import type { Candidate } from '../matching/candidate.ts';
import { isCertain, type Unread } from '../matching/certain.ts';
import { AT_BEST, fitScore, type Matched, matchScore } from '../matching/fit.ts';
import { categoryFit } from '../matching/near-categories.ts';
import { offersFor, type Wanted } from '../matching/offers.ts';
import { type Place, slate } from '../matching/slate.ts';
import { bestCandidates, type CandidateRow } from '../record/candidates-query.ts';

export interface BrandNeed extends Wanted {
  readonly opportunityId: string;
}

export interface Recommended extends Place {
  readonly level: Candidate['level'];
  /** What the place rests on, so that the brand and the provider can both be told. */
  readonly fit: number;
  readonly match: number;
}

/** Of the newcomers and of the others; as many are mostly enough, and where ties or rests make them too few, so many times more. */
const FIRST_DEPTH = 12;
const DEEPER = 4;

/**
 * The five providers to recommend for a brand's need (domain-rules §9.1): those of everybody, of whom only the best are read,
 * and more of them until nobody unread could change the slate.
 */
export async function recommend(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { opportunityId, ...wanted }: BrandNeed,
): Promise<readonly Recommended[]> {
  const need = { opportunityId, categorySlates: 0 };
  const offers = offersFor(wanted);
  for (let depth = FIRST_DEPTH; ; depth *= DEEPER) {
    const rows = await database.query<CandidateRow>(
      bestCandidates({ opportunityId, offers, now: clock.now(), depth }),
    );
    const candidates = candidatesOf(rows, wanted);
    if (isCertain(need, candidates, unreadAfter(rows, wanted, depth)))
      return slate(need, candidates).map((place) => withReasons(place, candidates));
  }
}

/** A provider of several categories is read once for each, the one that fits best first. */
function candidatesOf(rows: readonly CandidateRow[], { category }: Wanted): readonly Candidate[] {
  const byProvider = Map.groupBy(rows, ({ providerId }) => providerId);
  return [...byProvider.values()].flatMap(([row]) => (row ? [candidateOf(row, category)] : []));
}

/** Whoever was not read comes after the last of a full list, even with everything else at its best. */
function unreadAfter(rows: readonly CandidateRow[], { category }: Wanted, depth: number): Unread {
  const after = (list: readonly CandidateRow[]) => {
    const last = list[depth - 1];
    return last ? candidateOf(last, category) : null;
  };
  return {
    newcomer: after(rows.filter(({ newcomer }) => newcomer)),
    other: after(rows.filter(({ newcomer }) => !newcomer)),
  };
}

function withReasons(place: Place, candidates: readonly Candidate[]): Recommended {
  const found = candidates.find(({ providerId }) => providerId === place.providerId);
  return { ...place, level: found?.level ?? 'P', fit: found?.fit ?? 0, match: found?.match ?? 0 };
}

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

export function candidateOf(
  row: Omit<CandidateRow, 'newcomer'>,
  wanted: Category,
  { market, band, availability, response, ...standing }: OtherFacts = UNKNOWN,
): Candidate {
  const fit = { category: categoryFit(row.categories, wanted), scope: row.scope, market, band };
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
