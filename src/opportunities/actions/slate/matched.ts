import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import type { Candidate } from '../../matching/candidate.ts';
import type { Fit } from '../../matching/fit.ts';
import { bandFit, inConflict, marketFit } from '../../matching/parts.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { type CandidateRow, candidatesOf } from '../../record/candidates-query.ts';
import { type CandidateFacts, candidateFacts } from '../../record/read/candidate-facts.ts';
import type { Because, Grounds } from '../../record/read/places.ts';
import { candidateOf, fitOf, type KnownFacts, poolsOf } from '../recommend.ts';

type Needs = Pick<App, 'database' | 'clock'>;

/**
 * The pools are ordered by the published score, and what else counts moves a match by more than a few points: so many are
 * read from each, and matched with everything that is on record of them.
 */
const POOL = 40;

export interface Matched {
  readonly candidate: Candidate;
  readonly facts: CandidateFacts;
  readonly row: CandidateRow;
  readonly parts: Fit;
}

/** @param without whoever has stood on a slate of it already, or declined */
export async function matchedFor(
  app: Needs,
  opportunity: Opportunity,
  without: readonly OrganisationId[],
): Promise<readonly Matched[]> {
  const now = app.clock.now();
  const { id: opportunityId, category, scopes } = opportunity;
  const pools = poolsOf({ opportunityId, category, scopes }, now).map((pool) => ({
    ...pool,
    without,
    size: POOL,
  }));
  const found = await app.database.query<CandidateRow>(candidatesOf(pools));
  const rows = [...new Map(found.map((row) => [row.providerId, row])).values()];
  return withFacts(app, opportunity, rows);
}

/** Rows of candidates with everything that is on record of them. */
export async function withFacts(
  app: Needs,
  opportunity: Opportunity,
  rows: readonly CandidateRow[],
): Promise<readonly Matched[]> {
  const providerIds = rows.map(({ providerId }) => providerId);
  const facts = await candidateFacts(app, opportunity, { providerIds, now: app.clock.now() });
  return rows.flatMap((row) => {
    const known = facts.get(row.providerId);
    return known ? [matchedWith(row, known, opportunity)] : [];
  });
}

function matchedWith(row: CandidateRow, facts: CandidateFacts, opportunity: Opportunity): Matched {
  const { category } = opportunity;
  const known = knownOf(facts, opportunity);
  const parts = fitOf(row, category, known);
  return { candidate: candidateOf(row, category, known), facts, row, parts };
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
