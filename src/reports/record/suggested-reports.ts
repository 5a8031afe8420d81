import type { App } from '../../app.ts';
import type { Actor } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { LINE, NAMES, type ReportLine, seenBy } from './listing.ts';

/** So many of one's newest reports are looked through; an older one is named by its number. */
const LOOKED_THROUGH = 200;

/** Reports whose number or party holds the text, newest first, among those that somebody may see. */
export function suggestedReports(
  { database }: Pick<App, 'database'>,
  actor: Actor,
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<ReportLine[]> {
  const like = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return database.query<ReportLine>(Prisma.sql`
    SELECT ${LINE} FROM (
      SELECT * FROM report r WHERE ${seenBy(actor)}
      ORDER BY r.created_at DESC, r.id DESC LIMIT ${LOOKED_THROUGH}::int) r ${NAMES}
    WHERE r.id ILIKE ${like} OR s.name ILIKE ${like} OR p.name ILIKE ${like}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit}::int`);
}
