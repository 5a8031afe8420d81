import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Opportunity } from '../../need/opportunity.ts';

const day = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`to_char(${column}, 'YYYY-MM-DD')`;

/** For statements over `opportunity o`. */
export const OPPORTUNITY_COLUMNS = Prisma.sql`o.id, o.brand, o.store_id AS "storeId", o.category, o.scopes, o.markets,
  o.languages, o.band, ${day(Prisma.sql`o.starts_on`)} AS "startsOn", ${day(Prisma.sql`o.answer_until`)} AS "answerUntil",
  o.due_at AS "dueAt", o.confidential, o.details, o.state, o.state_seq AS "stateSeq", o.posted_by AS "postedBy",
  o.published_at AS "publishedAt", o.changed_by AS "changedBy", o.changed_at AS "changedAt", o.wake_at AS "wakeAt",
  o.rounds, o.winner, o.reason`;

/** Null where there is none with this id. */
export async function findOpportunity(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<Opportunity | null> {
  const [row] = await database.query<Opportunity>(
    Prisma.sql`SELECT ${OPPORTUNITY_COLUMNS} FROM opportunity o WHERE o.id = ${id}`,
  );
  return row ?? null;
}
