import type { App } from '../../../app.ts';
import type { Database } from '../../../platform/database/database.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { freezeBonds } from '../../record/freeze/bonds.ts';
import { freezeCandidates } from '../../record/freeze/candidates.ts';
import { ANALYSED, READY_TO_READ } from '../../record/freeze/freeze.ts';
import { freezeStoreFacts } from '../../record/freeze/store-facts.ts';

/**
 * Freezes a closed quarter's figures: what the preview shows and every later step counts (domain-rules §7.1). They are read
 * in batches, each a change of its own, so that no transaction grows with the programme. A row that is there stays as it is:
 * what a crash cut short, or two processes began at once, is carried on. False: the quarter was frozen before.
 */
export async function freezeQuarter(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  quarter: Quarter,
): Promise<boolean> {
  await database.query(
    Prisma.sql`INSERT INTO rating_cycle (quarter) VALUES (${quarter}) ON CONFLICT DO NOTHING`,
  );
  const cycle = await database.prisma.ratingCycle.findUniqueOrThrow({ where: { quarter } });
  if (cycle.frozenAt !== null) return false;
  await database.query(READY_TO_READ);
  await Promise.all([
    eachBatch(database, 'provider', (providers) => freezeBonds({ quarter, providers })),
    eachBatch(database, 'store', (stores) => freezeStoreFacts(quarter, stores)),
  ]);
  await database.change([
    freezeCandidates({ quarter, providers: null }),
    Prisma.sql`UPDATE rating_cycle SET frozen_at = ${clock.now()}::timestamptz
      WHERE quarter = ${quarter} AND frozen_at IS NULL`,
    ANALYSED,
  ]);
  return true;
}

/** Each batch may read a whole table, so that few are better than many; each is over well within a change's time. */
const BATCH = 20_000;

/** For as long as the change lasts: a batch is sorted by months, and beyond the server's usual four megabytes on its disk. */
const ROOM_TO_SORT = Prisma.sql`SET LOCAL work_mem = '64MB'`;

/** At each of the two tables. A statement keeps one of the server's processors busy, and clicks need some as well. */
const HANDS = 2;

async function eachBatch(
  database: Database,
  table: 'provider' | 'store',
  freeze: (ids: readonly string[]) => Prisma.Sql,
): Promise<void> {
  const batches = idsOf(database, table);
  const hand = async () => {
    for await (const ids of batches) await database.change([ROOM_TO_SORT, freeze(ids)]);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

async function* idsOf(database: Database, table: 'provider' | 'store'): AsyncGenerator<readonly string[]> {
  let after = '';
  for (;;) {
    const rows: { readonly id: string }[] = await database.query(
      Prisma.sql`SELECT id FROM ${Prisma.raw(table)} WHERE id > ${after} ORDER BY id LIMIT ${BATCH}::int`,
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}
