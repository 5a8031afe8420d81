import type { Outcome } from './row.ts';

/** Several effects of one transition as one; a later effect wins where two set the same. */
export function mergeOutcomes(parts: readonly Partial<Outcome>[]): Outcome {
  return parts.reduce<Outcome>(merged, NOTHING);
}

const NOTHING: Outcome = { set: {}, records: [], followUps: [], warnings: [], data: {} };

const merged = (all: Outcome, part: Partial<Outcome>): Outcome => ({
  set: { ...all.set, ...part.set },
  records: [...all.records, ...(part.records ?? [])],
  followUps: [...all.followUps, ...(part.followUps ?? [])],
  warnings: [...all.warnings, ...(part.warnings ?? [])],
  data: { ...all.data, ...part.data },
});
