import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { KeyMode } from '../../access/key.ts';

export interface Endpoint {
  readonly id: string;
  readonly applicationId: string;
  readonly mode: KeyMode;
  readonly providerId: OrganisationId;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdAt: Date;
}

/** Whose endpoints they are. */
export type Owner = Pick<Endpoint, 'applicationId' | 'mode' | 'providerId'>;

const COLUMNS = Prisma.sql`e.id, e.application_id AS "applicationId", e.mode, e.provider_id AS "providerId", e.url,
  e.events, e.created_at AS "createdAt"`;

export const endpointsOf = (
  { database }: Pick<App, 'database'>,
  { applicationId, mode }: Owner,
): Promise<Endpoint[]> =>
  database.query(Prisma.sql`
    SELECT ${COLUMNS} FROM webhook_endpoint e
    WHERE e.application_id = ${applicationId} AND e.mode = ${mode} AND e.removed_at IS NULL ORDER BY e.id`);

export const endpointsOfProviders = (
  { database }: Pick<App, 'database'>,
  providerIds: readonly OrganisationId[],
): Promise<Endpoint[]> =>
  database.query(Prisma.sql`
    SELECT ${COLUMNS} FROM webhook_endpoint e
    WHERE e.provider_id = ANY(${[...providerIds]}::text[]) AND e.removed_at IS NULL ORDER BY e.mode, e.id`);

export async function findEndpoint(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<Endpoint | null> {
  const [endpoint] = await database.query<Endpoint>(
    Prisma.sql`SELECT ${COLUMNS} FROM webhook_endpoint e WHERE e.id = ${id} AND e.removed_at IS NULL`,
  );
  return endpoint ?? null;
}

/** For a statement that knows the provider: whether any system of theirs listens to what happens on the record. */
export const listensLive = (providerId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT FROM webhook_endpoint w
    WHERE w.provider_id = ${providerId} AND w.mode = 'LIVE' AND w.removed_at IS NULL)`;
