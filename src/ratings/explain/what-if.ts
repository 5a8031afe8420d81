/** Another quarter of the same provider: a few figures changed, everything else as it is (domain-rules §7.5). */
import { type Rating, rate } from '../score/rate.ts';
import type { SnapshotInput } from '../score/snapshot.ts';

export interface Supposed {
  readonly met: number;
  readonly missed: number;
  readonly renewed: number;
  readonly lost: number;
  /** Per cent of the staff. */
  readonly certified: number;
}

const NO_CAPABILITY = { certifiedShare: 0, tasksDone: 0, tasksAssigned: 0, apiHealthy: false, newStores: 0 };

/** What the form opens with. */
export function supposedNow({ evidence }: SnapshotInput): Supposed {
  const { checks, renewal, capability } = evidence;
  return {
    met: checks?.met ?? 0,
    missed: (checks?.measured ?? 0) - (checks?.met ?? 0),
    renewed: renewal?.renewed ?? 0,
    lost: (renewal?.eligible ?? 0) - (renewal?.renewed ?? 0),
    certified: Math.round((capability?.certifiedShare ?? 0) * 100),
  };
}

export interface WhatIf {
  readonly before: Rating;
  readonly after: Rating;
}

export function whatIf({ evidence, carried }: SnapshotInput, supposed: Supposed): WhatIf {
  const now = { ...evidence, previousQuarter: carried.lastScore };
  const { met, missed, renewed, lost, certified } = supposed;
  return {
    before: rate(now),
    after: rate({
      ...now,
      checks: { met, measured: met + missed },
      renewal: { renewed, eligible: renewed + lost },
      capability: { ...(evidence.capability ?? NO_CAPABILITY), certifiedShare: certified / 100 },
    }),
  };
}
