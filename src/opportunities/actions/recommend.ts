import type { App } from '../../app.ts';
import type { Candidate } from '../matching/candidate.ts';
import type { Wanted } from '../matching/offers.ts';
import { type Place, slate } from '../matching/slate.ts';
import { candidateOf } from './candidate-of.ts';
import { onceEach, readUntilCertain } from './read-until-certain.ts';

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
 * The five providers to recommend for a brand's need (domain-rules §9.1) by category, scope and rating alone: those of
 * everybody, of whom only the best are read.
 */
export async function recommend(
  app: Pick<App, 'database' | 'clock'>,
  { opportunityId, ...wanted }: BrandNeed,
): Promise<readonly Recommended[]> {
  const need = { opportunityId, categorySlates: 0 };
  const candidates = await readUntilCertain(app, {
    ...{ need, wanted },
    candidatesOf: async (rows) => onceEach(rows).map((row) => candidateOf(row, wanted.category)),
  });
  return slate(need, candidates).map((place) => withReasons(place, candidates));
}

function withReasons(place: Place, candidates: readonly Candidate[]): Recommended {
  const found = candidates.find(({ providerId }) => providerId === place.providerId);
  return { ...place, level: found?.level ?? 'P', fit: found?.fit ?? 0, match: found?.match ?? 0 };
}
