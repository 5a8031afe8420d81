import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

/** Organisations of one owner; what they file with each other is a related party's (G5). */
export interface CommonControl {
  readonly group: string;
  /** Names of the first few others. */
  readonly others: readonly string[];
}

const FEW = 5;

/** Null where the organisation belongs to no group. */
export async function underCommonControl(
  { database }: Pick<App, 'database'>,
  id: OrganisationId,
): Promise<CommonControl | null> {
  const rows = await database.query<{ readonly group: string; readonly other: string | null }>(Prisma.sql`
    SELECT o.control_group AS "group", other.name AS other
    FROM organisation o LEFT JOIN organisation other
      ON other.control_group = o.control_group AND other.id <> o.id
    WHERE o.id = ${id} AND o.control_group IS NOT NULL
    ORDER BY other.name COLLATE "C", other.id LIMIT ${FEW}::int`);
  const [first] = rows;
  return first ? { group: first.group, others: rows.flatMap(({ other }) => other ?? []) } : null;
}
