import { Prisma } from '../../platform/database/generated/client.ts';

export interface Occasion {
  readonly at: Date;
  /** Why there is another version; null for the first. */
  readonly reason: string | null;
}

/**
 * Each becomes the next version of its provider's quarter; one that says the same as the latest is not written again.
 *
 * @param snapshots JSON of a list, as `scoreBatch` makes it
 */
export const insertSnapshots = (snapshots: string, { at, reason }: Occasion): Prisma.Sql => Prisma.sql`
  INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result, score,
    published, level, movement, flags, reason, at)
  SELECT s.provider_id, s.quarter, coalesce(last.version, 0) + 1, s.input, s.input_hash, s.algorithm_version, s.result,
    s.score, s.published, s.level, s.movement, ARRAY(SELECT jsonb_array_elements_text(s.flags)), ${reason}::text,
    ${at}::timestamptz
  FROM json_to_recordset(${snapshots}::json) AS s(provider_id text, quarter text, input text,
    input_hash text, algorithm_version text, result jsonb, score numeric, published numeric, level text, movement text,
    flags jsonb)
  LEFT JOIN LATERAL (
    SELECT version, input_hash FROM rating_snapshot x WHERE x.provider_id = s.provider_id AND x.quarter = s.quarter
    ORDER BY version DESC LIMIT 1) last ON true
  WHERE last.input_hash IS DISTINCT FROM s.input_hash`;
