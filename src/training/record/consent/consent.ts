import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';

/** A store and a provider that works for it now, and whether the store lets it see its diagnosis. */
export interface Consent {
  readonly storeId: OrganisationId;
  readonly storeName: string;
  readonly providerId: OrganisationId;
  readonly providerName: string;
  /** Zero before the store ever said anything. */
  readonly stateSeq: number;
  readonly granted: boolean;
}

interface Wanted {
  readonly stores?: readonly OrganisationId[];
  readonly providers?: readonly OrganisationId[];
}

/** Pairs with an effective relationship, by name: of these stores, of these providers, or of both. */
export const consents = (
  { database }: Pick<App, 'database'>,
  { stores, providers }: Wanted,
): Promise<readonly Consent[]> =>
  database.query<Consent>(Prisma.sql`
    SELECT r.store_id AS "storeId", s.name AS "storeName", r.provider_id AS "providerId", p.name AS "providerName",
      coalesce(max(c.state_seq), 0) AS "stateSeq",
      coalesce(bool_or(c.granted_at IS NOT NULL AND c.withdrawn_at IS NULL), false) AS granted
    FROM report r JOIN organisation s ON s.id = r.store_id JOIN organisation p ON p.id = r.provider_id
      LEFT JOIN store_consent c ON c.store_id = r.store_id AND c.provider_id = r.provider_id
    WHERE r.state IN ('ACTIVE', 'NOTICE') ${among('store_id', stores)} ${among('provider_id', providers)}
    GROUP BY r.store_id, s.name, r.provider_id, p.name
    ORDER BY s.name COLLATE "C", p.name COLLATE "C"`);

const among = (column: 'store_id' | 'provider_id', ids: readonly string[] | undefined): Prisma.Sql =>
  ids === undefined ? Prisma.empty : Prisma.sql`AND r.${Prisma.raw(column)} = ANY(${[...ids]}::text[])`;

/** One pair as the subject of a card. */
export const consentSubject = ({ storeId, providerId }: Pick<Consent, 'storeId' | 'providerId'>): string =>
  `consent:${storeId}:${providerId}`;

export function pairOf(subject: string): Pick<Consent, 'storeId' | 'providerId'> {
  const [, storeId = '', providerId = ''] = subject.split(':');
  return { storeId, providerId };
}
