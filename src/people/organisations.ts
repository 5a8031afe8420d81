import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import type { Organisation } from './invitation/offer.ts';
import type { OrganisationId } from './principal.ts';

type Reads = Pick<App, 'database'>;

/** In the order of their names. */
export function organisationsById(
  { database }: Reads,
  ids: readonly OrganisationId[],
): Promise<Organisation[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.query<Organisation>(Prisma.sql`
    SELECT id, name, kind FROM organisation WHERE id IN (${Prisma.join([...ids])}) ORDER BY name, id`);
}

/** The name or id as it was typed, in any case; otherwise those whose name contains it, at most `limit`. */
export async function organisationsNamed(
  { database }: Reads,
  typed: string,
  limit: number,
): Promise<Organisation[]> {
  const name = typed.trim();
  const exact = await database.query<Organisation>(Prisma.sql`
    SELECT id, name, kind FROM organisation WHERE id = ${name} OR lower(name) = lower(${name})
    ORDER BY id LIMIT ${limit}::int`);
  if (exact.length > 0) return exact;
  return database.query<Organisation>(Prisma.sql`
    SELECT id, name, kind FROM organisation WHERE strpos(lower(name), lower(${name})) > 0
    ORDER BY name, id LIMIT ${limit}::int`);
}
