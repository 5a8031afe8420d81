import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import { freezeBonds } from './bonds.ts';
import { freezeCandidates } from './candidates.ts';
import { freezeStoreFacts } from './store-facts.ts';

/** Fresh statistics, so that what reads the frozen rows right after is planned for as many as there are. */
export const ANALYSED = Prisma.sql`ANALYZE rating_bond, rating_store_fact, rating_candidate`;

/** The embedded database gathers none by itself, and a plan for empty tables takes minutes over full ones. */
export const READY_TO_READ = Prisma.sql`ANALYZE store_month, report, transition, revision, organisation, store, provider,
  survey_answer, quality_check, rating_snapshot`;

export interface Corrected {
  readonly quarter: Quarter;
  readonly providerId: OrganisationId;
  /** Which it serves or served. */
  readonly stores: readonly OrganisationId[];
}

/** The figures of one provider anew, after a correction. What the others are compared with stays as it was frozen. */
export function freezeAgain({ quarter, providerId, stores }: Corrected): readonly Prisma.Sql[] {
  const freezing = { quarter, providers: [providerId] };
  return [
    Prisma.sql`DELETE FROM rating_store_fact WHERE quarter = ${quarter} AND store_id = ANY(${[...stores]}::text[])`,
    Prisma.sql`DELETE FROM rating_bond WHERE quarter = ${quarter} AND provider_id = ${providerId}`,
    Prisma.sql`DELETE FROM rating_candidate WHERE quarter = ${quarter} AND provider_id = ${providerId}`,
    freezeBonds(freezing),
    freezeStoreFacts(quarter, stores),
    freezeCandidates(freezing),
  ];
}
