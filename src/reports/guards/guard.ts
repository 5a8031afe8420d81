/** What every guard G1..G9 looks like (domain-rules §3.3): pure, and it says which facts it reads. */
import type { Refusal } from '../../result.ts';
import type { FollowUp } from '../lifecycle/change.ts';
import type { DecisionContext } from '../lifecycle/context.ts';
import type { FactName } from '../lifecycle/facts.ts';
import type { Warning } from '../lifecycle/refusals.ts';
import type { Report } from '../report.ts';

export const GUARD_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'] as const;
export type GuardId = (typeof GUARD_IDS)[number];

export interface GuardNotes {
  readonly warnings: readonly Warning[];
  readonly followUps: readonly FollowUp[];
}

export interface Guard {
  readonly id: GuardId;
  readonly facts: readonly FactName[];
  /** Everything that stands in the way; empty: nothing does. */
  readonly refusals: (report: Report, context: DecisionContext) => readonly Refusal[];
  /** What is worth saying or doing although nothing stands in the way. */
  readonly notes?: (report: Report, context: DecisionContext) => GuardNotes;
}

export const hasException = (report: Report, ...codes: readonly string[]): boolean =>
  report.request.exceptions.some((exception) => codes.includes(exception.code));
