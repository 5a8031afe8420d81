import type { Known } from '../../../chat/conversation.ts';
import { isRefused, type Refusal } from '../../../result.ts';
import { filledOf } from '../../actions/filled.ts';
import { bulkApproval } from '../../lifecycle/bulk.ts';
import { today } from '../../periods.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { factsOf } from '../../record/facts.ts';
import { reviewQueue } from '../../record/review-queue.ts';
import { standInOn } from '../../record/stand-ins/stand-in.ts';

export interface Candidate {
  readonly parties: Case;
  /** Why it cannot be approved from a list; null: it can. */
  readonly refusal: Refusal | null;
}

export interface Candidates {
  readonly eligible: readonly Candidate[];
  readonly others: readonly Candidate[];
}

/** The head of the queue, judged as the approval itself would judge it now, for this reviewer. */
export async function candidatesFor(talk: Known, maximum: number): Promise<Candidates> {
  const { app, person } = talk;
  const query = { part: 'all', me: person.principalId, now: app.clock.now() } as const;
  const lines = await reviewQueue(app, query, { limit: 2 * maximum, offset: 0 });
  const cases = await Promise.all(lines.map(({ id }) => loadCase(app, id)));
  const judged = cases.flatMap((parties) => (parties ? [judge(talk, parties)] : []));
  return {
    eligible: judged.filter(({ refusal }) => refusal === null).slice(0, maximum),
    others: judged.filter(({ refusal }) => refusal !== null).slice(0, maximum),
  };
}

function judge({ app, person }: Known, parties: Case): Candidate {
  const { report, rules, store } = parties;
  const now = app.clock.now();
  const { stateSeq, revisionHash } = report;
  const result = bulkApproval({ stateSeq, revisionHash }, report, {
    now,
    today: today(now, store.zone),
    actor: person,
    rules,
    facts: factsOf(parties, filledOf(parties), now),
    ...standInOn(parties, person, 'approve'),
  });
  return { parties, refusal: isRefused(result) ? result : null };
}
