import { sha256 } from '../../audit/record-hash.ts';
import { canonicalJson } from '../../reports/revision.ts';
import { assemble } from '../evidence/assemble.ts';
import { type CategorySums, groupsOf } from '../evidence/benchmarks.ts';
import type { ProviderFacts } from '../evidence/facts.ts';
import { type SnapshotInput, snapshotOf } from '../score/snapshot.ts';
import type { Quarter } from './quarter.ts';

export interface ScoringBatch {
  readonly quarter: Quarter;
  /** Of all stores. */
  readonly categories: readonly CategorySums[];
  /** JSON of one provider's facts each. */
  readonly facts: readonly string[];
}

/**
 * From texts to a text, so that it costs nothing to have it done on another thread: JSON of a list with one snapshot for each
 * provider, by the columns of `rating_snapshot`. The same batch always makes the same text.
 */
export function scoreBatch({ quarter, categories, facts }: ScoringBatch): string {
  const groups = groupsOf(categories);
  const inputs = facts.map((text) => assemble(quarter, JSON.parse(text) as ProviderFacts, groups));
  return JSON.stringify(inputs.map(snapshotRow));
}

function snapshotRow(input: SnapshotInput) {
  const text = canonicalJson(input);
  const result = snapshotOf(input);
  return {
    provider_id: input.providerId,
    quarter: input.quarter,
    input: text,
    input_hash: sha256(text),
    algorithm_version: input.algorithmVersion,
    result,
    score: result.score,
    published: result.published,
    level: result.level.level,
    movement: result.level.movement,
    flags: result.level.flags,
  };
}
