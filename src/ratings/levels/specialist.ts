/** The category specialist badge (domain-rules §7.4): a badge beside the level, never a level. */
import type { ProviderFacts } from '../evidence/facts.ts';
import type { RatingEvidence } from '../score/evidence.ts';
import { rate } from '../score/rate.ts';

export const SPECIALIST = { score: 72, stores: 2, storeMonths: 18 } as const;

/** What the provider did for these stores alone. */
export const factsOfStores = (facts: ProviderFacts, stores: readonly string[]): ProviderFacts => ({
  ...facts,
  bonds: facts.bonds.filter(({ storeId }) => stores.includes(storeId)),
  surveys: facts.surveys.filter(({ storeId }) => stores.includes(storeId)),
});

/**
 * The score of a category: of what is recorded store by store, satisfaction, growth and experience, less what was deducted from
 * the whole provider. Null where satisfaction or experience is not evidenced there.
 */
export function categoryScore(evidence: RatingEvidence): number | null {
  const { surveys, growth, experience, deductions } = evidence;
  const { evidenced, score } = rate({ surveys, growth, experience, deductions });
  return evidenced.includes('D1') && evidenced.includes('D4') ? (score?.toNumber() ?? null) : null;
}

export const isSpecialist = (score: number | null): score is number =>
  score !== null && score >= SPECIALIST.score;
