import { hash } from 'node:crypto';
import { canonicalRecord } from '../../audit/record-hash.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { canonicalJson } from '../../reports/revision.ts';
import { type SnapshotInput, type SnapshotResult, snapshotOf } from '../score/snapshot.ts';

export interface MadeSnapshot {
  readonly input: SnapshotInput;
  /** Canonical JSON of the input, and its SHA-256. */
  readonly text: string;
  readonly hash: string;
  readonly result: SnapshotResult;
}

export function makeSnapshot(input: SnapshotInput): MadeSnapshot {
  const text = canonicalJson(canonicalRecord(input));
  return { input, text, hash: hash('sha256', text), result: snapshotOf(input) };
}

export interface Occasion {
  readonly at: Date;
  /** Why there is another version; null for the first. */
  readonly reason: string | null;
}

/** Each becomes the next version of its provider's quarter; one that says the same as the latest is not written again. */
export function insertSnapshots(made: readonly MadeSnapshot[], { at, reason }: Occasion): Prisma.Sql {
  const rows = made.map(({ input, text, hash, result }) => ({
    provider_id: input.providerId,
    quarter: input.quarter,
    input: text,
    input_hash: hash,
    algorithm_version: input.algorithmVersion,
    result,
    score: result.score,
    published: result.published,
    level: result.level.level,
    movement: result.level.movement,
    flags: result.level.flags,
  }));
  return Prisma.sql`
    INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result, score,
      published, level, movement, flags, reason, at)
    SELECT s.provider_id, s.quarter, coalesce(last.version, 0) + 1, s.input, s.input_hash, s.algorithm_version, s.result,
      s.score, s.published, s.level, s.movement, ARRAY(SELECT jsonb_array_elements_text(s.flags)), ${reason}::text,
      ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(provider_id text, quarter text, input text,
      input_hash text, algorithm_version text, result jsonb, score numeric, published numeric, level text, movement text,
      flags jsonb)
    LEFT JOIN LATERAL (
      SELECT version, input_hash FROM rating_snapshot x WHERE x.provider_id = s.provider_id AND x.quarter = s.quarter
      ORDER BY version DESC LIMIT 1) last ON true
    WHERE last.input_hash IS DISTINCT FROM s.input_hash`;
}
