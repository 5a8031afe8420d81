import type { App } from '../../../app.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import type { Candidate } from '../../matching/candidate.ts';
import type { Fit } from '../../matching/fit.ts';
import { candidateOf, fitOf, type KnownFacts } from '../../matching/known.ts';
import { bandFit, inConflict, marketFit } from '../../matching/parts.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { type CandidateFacts, candidateFacts } from '../../record/read/candidate-facts.ts';
import type { OneRow } from '../../record/read/one-candidate.ts';
import type { Because, Grounds } from '../../record/read/places.ts';

/** A candidate and what its place would rest on. */
export interface Matched {
  readonly candidate: Candidate;
  readonly facts: CandidateFacts;
  readonly row: OneRow;
  readonly parts: Fit;
}

/** Rows of candidates with everything that is on record of them. */
export async function withFacts(
  app: Pick<App, 'database' | 'clock'>,
  opportunity: Opportunity,
  rows: readonly OneRow[],
): Promise<readonly Matched[]> {
  const providerIds = rows.map(({ providerId }) => providerId);
  const facts = await candidateFacts(app, opportunity, { providerIds, now: app.clock.now() });
  return rows.flatMap((row) => {
    const known = facts.get(row.providerId);
    return known ? [matchedWith(row, known, opportunity)] : [];
  });
}

function matchedWith(row: OneRow, facts: CandidateFacts, opportunity: Opportunity): Matched {
  const { category } = opportunity;
  const known = knownOf(facts, opportunity);
  return { candidate: candidateOf(row, category, known), facts, row, parts: fitOf(row, category, known) };
}

function knownOf(facts: CandidateFacts, opportunity: Opportunity): KnownFacts {
  const { profile, benefits, openBids, response } = facts;
  const most = BENEFITS[benefits].openBids;
  const freeBids = Math.max(0, most - openBids);
  return {
    conflict: inConflict(profile, opportunity.category),
    freeBids,
    categorySlates: facts.categorySlates,
    recentSlates: facts.recentSlates,
    lastSlateAt: facts.lastSlateAt,
    market: marketFit(profile, opportunity),
    band: bandFit(profile, opportunity.band),
    availability: freeBids / most,
    response: response ?? 1,
  };
}

export const groundsOf = ({ candidate, facts, row, parts }: Matched, because: Because): Grounds => ({
  because,
  level: candidate.level,
  published: row.published,
  stores: facts.stores,
  storeMonths: facts.storeMonths,
  fit: candidate.fit,
  match: candidate.match,
  parts,
});
