import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

export interface SimilarProvider {
  readonly id: OrganisationId;
  readonly name: string;
  readonly offeredItems: number;
}

export interface Wanted {
  /** Any of them, as service items name them. */
  readonly scopes: readonly string[];
  /** Of the store: providers that know them come first. */
  readonly categories: readonly string[];
  readonly except: OrganisationId;
}

const FEW = 3;

/** Recognised providers that offer such a service, those of the store's categories first (domain-rules §3.2 T4). */
export function similarProviders(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { scopes, categories, except }: Wanted,
): Promise<SimilarProvider[]> {
  const wanted = [...scopes, 'FULL'];
  return database.query<SimilarProvider>(Prisma.sql`
    SELECT o.id, o.name, count(*)::int AS "offeredItems"
    FROM provider p JOIN organisation o ON o.id = p.id
      JOIN service_item i ON i.provider_id = p.id AND i.offered AND i.scope IN (${Prisma.join(wanted)})
    WHERE p.id <> ${except} AND p.barred_at IS NULL
      AND p.recognised_until >= (${clock.now()}::timestamptz AT TIME ZONE o.time_zone)::date
    GROUP BY o.id, o.name, p.categories
    ORDER BY (p.categories && ${[...categories]}::text[]) DESC, count(*) DESC, o.id LIMIT ${FEW}::int`);
}
