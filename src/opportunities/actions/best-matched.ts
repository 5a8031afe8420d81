import type { App } from '../../app.ts';
import type { Candidate } from '../matching/candidate.ts';
import { isCertain, type Unread } from '../matching/certain.ts';
import { candidateOf } from '../matching/known.ts';
import { offersFor, type Wanted } from '../matching/offers.ts';
import type { Need } from '../matching/slate.ts';
import { bestCandidates, type CandidateRow } from '../record/candidates-query.ts';

export interface Search<M> {
  readonly need: Need;
  readonly wanted: Wanted;
  /** Matches who was read with everything that is known of them. Whoever it leaves out cannot be recommended. */
  readonly match: (rows: readonly CandidateRow[]) => Promise<readonly M[]>;
}

/** So many of the newcomers and of the others are mostly enough; where they are not, so many times more. */
const FIRST_DEPTH = 12;
const DEEPER = 4;

/**
 * The best for a need, as many as it takes for their slate to be that of everybody: however much of a match the index does
 * not know, more are read until nobody unread could change it.
 */
export async function bestMatched<M extends { readonly candidate: Candidate }>(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { need, wanted, match }: Search<M>,
): Promise<readonly M[]> {
  const { opportunityId } = need;
  const offers = offersFor(wanted);
  for (let depth = FIRST_DEPTH; ; depth *= DEEPER) {
    const reading = { opportunityId, offers, now: clock.now(), depth };
    const rows = await database.query<CandidateRow>(bestCandidates(reading));
    const matched = await match(onceEach(rows));
    const candidates = matched.map(({ candidate }) => candidate);
    if (isCertain(need, candidates, unreadAfter(rows, wanted, depth))) return matched;
  }
}

/** A provider of several categories is read once for each, the one that fits best first. */
export function onceEach(rows: readonly CandidateRow[]): readonly CandidateRow[] {
  const byProvider = Map.groupBy(rows, ({ providerId }) => providerId);
  return [...byProvider.values()].flatMap((same) => same.slice(0, 1));
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
