import type { App } from '../../app.ts';
import { CATEGORIES, type Category, isCategory } from '../../directory/categories.ts';
import type { ServiceScope } from '../../reports/report.ts';
import type { Candidate } from '../matching/candidate.ts';
import { type Fit, fitScore, type Matched, matchScore } from '../matching/fit.ts';
import { type Place, slate } from '../matching/slate.ts';
import { type CandidateRow, candidatesOf, type Pool } from '../record/candidates-query.ts';

export interface BrandNeed {
  readonly opportunityId: string;
  readonly category: Category;
  readonly scopes: readonly ServiceScope[];
}

export interface Recommended extends Place {
  readonly level: Candidate['level'];
  /** What the place rests on, so that the brand and the provider can both be told. */
  readonly fit: number;
  readonly match: number;
}

/**
 * The five providers to recommend for a brand's need (domain-rules §9.1). Category, scope and rating are on record; what is
 * not (markets, size band, free bids, answers) counts as fitting for everybody alike, so that it moves nobody. Within one
 * category and one share of the scopes the match follows the published score, so candidates are read from a pool for each.
 */
export async function recommend(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { opportunityId, category, scopes }: BrandNeed,
): Promise<readonly Recommended[]> {
  const pools = poolsOf({ opportunityId, category, scopes }, clock.now());
  const found = pools.length === 0 ? [] : await database.query<CandidateRow>(candidatesOf(pools));
  const rows = new Map(found.map((row) => [row.providerId, row]));
  const candidates = [...rows.values()].map((row) => candidateOf(row, category));
  const byId = new Map(candidates.map((each) => [each.providerId, each]));
  return slate({ opportunityId, categorySlates: 0 }, candidates).map((place) => {
    const { level = 'P', fit = 0, match = 0 } = byId.get(place.providerId) ?? {};
    return { ...place, level, fit, match };
  });
}

/** One for each category and share of the scopes, so that within a pool nothing but the rating tells two apart. */
export const poolsOf = ({ opportunityId, category, scopes }: BrandNeed, now: Date): readonly Pool[] =>
  scopes.flatMap((_, index) =>
    [[category], familyOf(category)].map(
      (categories): Pool => ({ categories, scopes, covering: index + 1, now, opportunityId }),
    ),
  );

/** Categories beside the wanted one, under the same parent, fit by half. */
const NEAR_CATEGORY = 0.5;

function familyOf(category: Category): readonly Category[] {
  const parent = CATEGORIES[category].parent ?? category;
  return Object.keys(CATEGORIES)
    .filter(isCategory)
    .filter((each) => each === parent || CATEGORIES[each].parent === parent);
}

export const fitOf = (
  { categories, scope }: CandidateRow,
  wanted: Category,
  rest: Pick<Fit, 'market' | 'band'>,
): Fit => ({ category: categories.includes(wanted) ? 1 : NEAR_CATEGORY, scope, ...rest });

/** What is known of a candidate beside its row; whatever is not moves nobody. */
export type KnownFacts = Pick<
  Candidate,
  'conflict' | 'freeBids' | 'categorySlates' | 'recentSlates' | 'lastSlateAt'
> &
  Pick<Matched, 'market' | 'band' | 'availability' | 'response'>;

const NOTHING_KNOWN: KnownFacts = {
  ...{ conflict: false, freeBids: 1, categorySlates: 0, recentSlates: 0, lastSlateAt: null },
  ...{ market: 1, band: 1, availability: 1, response: 1 },
};

export function candidateOf(row: CandidateRow, wanted: Category, known = NOTHING_KNOWN): Candidate {
  const { market, band, availability, response, ...standing } = known;
  const fit = fitOf(row, wanted, { market, band });
  const published = row.level === 'P' ? null : row.published;
  return {
    providerId: row.providerId,
    recognised: true,
    suspended: false,
    offersScope: row.scope > 0,
    level: row.level,
    scoredCycles: row.scoredCycles,
    fit: fitScore(fit),
    match: matchScore({ ...fit, published, availability, response }),
    ...standing,
  };
}
