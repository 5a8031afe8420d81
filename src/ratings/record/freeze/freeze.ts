import { Prisma } from '../../../platform/database/generated/client.ts';
import { freezeBonds } from './bonds.ts';
import { freezeCandidates } from './candidates.ts';
import { freezeStoreFacts } from './store-facts.ts';
import type { Freezing } from './window.ts';

/** Fresh statistics, so that what reads the frozen rows right after is planned for as many as there are. */
const ANALYSED = Prisma.sql`ANALYZE rating_bond, rating_store_fact, rating_candidate`;

/** The quarter's figures as they stand now, for everybody. */
export const freezeAll = (quarter: string): readonly Prisma.Sql[] => {
  const freezing = { quarter, providers: null };
  return [freezeBonds(freezing), freezeStoreFacts(freezing), freezeCandidates(freezing), ANALYSED];
};

/** The same anew for a few whose figures were corrected. Benchmarks of the others stay as they were made. */
export function freezeAgain({ quarter, providers }: Freezing): readonly Prisma.Sql[] {
  const ids = [...(providers ?? [])];
  const stores = Prisma.sql`SELECT store_id FROM rating_bond WHERE quarter = ${quarter} AND provider_id = ANY(${ids}::text[])`;
  const freezing = { quarter, providers: ids };
  return [
    Prisma.sql`DELETE FROM rating_store_fact WHERE quarter = ${quarter} AND store_id IN (${stores})`,
    Prisma.sql`DELETE FROM rating_bond WHERE quarter = ${quarter} AND provider_id = ANY(${ids}::text[])`,
    Prisma.sql`DELETE FROM rating_candidate WHERE quarter = ${quarter} AND provider_id = ANY(${ids}::text[])`,
    freezeBonds(freezing),
    Prisma.sql`DELETE FROM rating_store_fact WHERE quarter = ${quarter} AND store_id IN (${stores})`,
    freezeStoreFacts(freezing),
    freezeCandidates(freezing),
  ];
}
