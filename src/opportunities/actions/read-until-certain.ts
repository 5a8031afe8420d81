import type { App } from '../../app.ts';
import type { Candidate } from '../matching/candidate.ts';
import { isCertain, type Unread } from '../matching/certain.ts';
import { offersFor, type Wanted } from '../matching/offers.ts';
import type { Need } from '../matching/slate.ts';
import { bestCandidates, type CandidateRow } from '../record/candidates-query.ts';
import { candidateOf } from './candidate-of.ts';

/** Of the newcomers and of the others; as many are mostly enough, and where ties or rests make them too few, so many times more. */
const FIRST_DEPTH = 12;
const DEEPER = 4;

export interface Reading {
  readonly need: Need;
  readonly wanted: Wanted;
  /** What the rows are as candidates, the one of a provider that fits best first; whoever may not be chosen is left out. */
  readonly candidatesOf: (rows: readonly CandidateRow[]) => Promise<readonly Candidate[]>;
}

/** Only the best are read, and more of them until nobody unread could change the slate of those who are. */
export async function readUntilCertain(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { need, wanted, candidatesOf }: Reading,
): Promise<readonly Candidate[]> {
  const offers = offersFor(wanted);
  const { opportunityId } = need;
  for (let depth = FIRST_DEPTH; ; depth *= DEEPER) {
    const rows = await database.query<CandidateRow>(
      bestCandidates({ opportunityId, offers, now: clock.now(), depth }),
    );
    const candidates = await candidatesOf(rows);
    if (isCertain(need, candidates, unreadAfter(rows, wanted, depth))) return candidates;
  }
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

/** A provider of several categories is read once for each, the one that fits best first. */
export function onceEach(rows: readonly CandidateRow[]): readonly CandidateRow[] {
  const byProvider = Map.groupBy(rows, ({ providerId }) => providerId);
  return [...byProvider.values()].flatMap(([row]) => (row ? [row] : []));
}
