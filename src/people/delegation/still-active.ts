import { Prisma } from '../../platform/database/generated/client.ts';

export const DELEGATION_ENDED = 'delegation-ended';

/**
 * For the change that rests on them: aborts it with the conflict {@link DELEGATION_ENDED} where one of them was ended meanwhile,
 * and keeps them from being ended until the change is written.
 */
export function stillActive(ids: readonly string[], at: Date): Prisma.Sql[] {
  if (ids.length === 0) return [];
  return [
    Prisma.sql`
      WITH active AS (
        SELECT id FROM delegation
        WHERE id = ANY(${[...ids]}::text[]) AND ended_at IS NULL AND until_at > ${at} ORDER BY id FOR SHARE)
      SELECT expect_rows((SELECT count(*) FROM active), ${ids.length}::int, ${DELEGATION_ENDED}::text)`,
  ];
}
