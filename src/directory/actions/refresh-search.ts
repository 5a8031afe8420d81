import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { searchColumns } from '../search/keys.ts';

interface Unindexed {
  readonly id: string;
  readonly name: string;
  readonly legalEntity: string;
}

const BATCH = 500;

/**
 * Makes organisations findable that came by plain SQL, such as a seed or a migrated list; returns how many. To be run
 * at start, where it usually finds none.
 */
export async function refreshSearch({ database }: Pick<App, 'database'>): Promise<number> {
  let refreshed = 0;
  let after = '';
  for (;;) {
    const rows: Unindexed[] = await database.query(Prisma.sql`
      SELECT id, name, legal_entity AS "legalEntity" FROM organisation
      WHERE search_name = '' AND kind <> 'PLATFORM' AND id > ${after} ORDER BY id LIMIT ${BATCH}`);
    if (rows.length > 0) await database.change(rows.map(indexed));
    refreshed += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return refreshed;
  }
}

function indexed({ id, name, legalEntity }: Unindexed): Prisma.Sql {
  const { searchName, searchKeys } = searchColumns(name, legalEntity);
  return Prisma.sql`UPDATE organisation SET search_name = ${searchName}, search_keys = ${[...searchKeys]}::text[]
    WHERE id = ${id} AND name = ${name} AND legal_entity = ${legalEntity}`;
}
