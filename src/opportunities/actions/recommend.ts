import type { App } from '../../app.ts';
import type { Candidate } from '../matching/candidate.ts';
import { candidateOf } from '../matching/known.ts';
import type { Wanted } from '../matching/offers.ts';
import { type Place, slate } from '../matching/slate.ts';
import { bestMatched } from './best-matched.ts';

export interface BrandNeed extends Wanted {
  readonly opportunityId: string;
}

export interface Recommended extends Place {
  readonly level: Candidate['level'];
  /** What the place rests on, so that the brand and the provider can both be told. */
  readonly fit: number;
  readonly match: number;
}

/**
 * The five providers to recommend for a brand's need (domain-rules §9.1). Category, scope and rating are on record; what is
 * not (markets, size band, free bids, answers) counts as fitting for everybody alike, so that it moves nobody.
 */
export async function recommend(
  app: Pick<App, 'database' | 'clock'>,
  { opportunityId, ...wanted }: BrandNeed,
): Promise<readonly Recommended[]> {
  const need = { opportunityId, categorySlates: 0 };
  const matched = await bestMatched(app, {
    need,
    wanted,
    match: async (rows) => rows.map((row) => ({ candidate: candidateOf(row, wanted.category) })),
  });
  const candidates = matched.map(({ candidate }) => candidate);
  const byId = new Map(candidates.map((each) => [each.providerId, each]));
  return slate(need, candidates).map((place) => {
    const { level = 'P', fit = 0, match = 0 } = byId.get(place.providerId) ?? {};
    return { ...place, level, fit, match };
  });
}
