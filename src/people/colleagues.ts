import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { PrincipalId } from './principal.ts';

export interface Colleague {
  readonly id: PrincipalId;
  readonly name: string;
}

/** Whoever shares an organisation with somebody and has the text in their name, in the order of names. */
export function colleaguesLike(
  { database }: Pick<App, 'database'>,
  principalId: PrincipalId,
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<Colleague[]> {
  const like = `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return database.query<Colleague>(Prisma.sql`
    SELECT DISTINCT p.id, p.display_name AS name
    FROM membership mine JOIN membership theirs ON theirs.organisation_id = mine.organisation_id
    JOIN principal p ON p.id = theirs.principal_id
    WHERE mine.principal_id = ${principalId} AND p.display_name ILIKE ${like}
    ORDER BY p.display_name, p.id LIMIT ${limit}::int`);
}
