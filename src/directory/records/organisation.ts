import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { IsoDate } from '../../reports/report.ts';
import { dateIn, type Standing, standingOf } from '../standing.ts';
import { itemsOf } from './items.ts';
import type { ServiceItem } from './service-item.ts';

export interface OrganisationRecord {
  readonly id: OrganisationId;
  readonly name: string;
  readonly legalEntity: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly categories: readonly string[];
}

export type StoreRecord = OrganisationRecord;

export interface Qualification {
  readonly kind: 'LICENCE' | 'AUTHORISATION';
  /** Inclusive. */
  readonly validUntil: IsoDate;
}

/** What anybody may see of a provider: never its deposit, nor what it is watched for. */
export interface ProviderRecord extends OrganisationRecord {
  readonly recognisedUntil: IsoDate;
  readonly standing: Standing;
  readonly qualifications: readonly Qualification[];
  readonly items: readonly ServiceItem[];
}

interface ProviderRow extends OrganisationRecord {
  readonly recognisedUntil: IsoDate;
  readonly barredAt: Date | null;
  readonly qualifications: readonly Qualification[];
}

const COLUMNS = Prisma.sql`o.id, o.name, o.legal_entity AS "legalEntity", o.country, o.time_zone AS "timeZone"`;

/** A provider with every service item; null where there is none with this id. */
export async function findProvider(
  app: Pick<App, 'database' | 'clock'>,
  id: OrganisationId,
): Promise<ProviderRecord | null> {
  const [[row], items] = await Promise.all([
    app.database.query<ProviderRow>(providerQuery(id)),
    itemsOf(app, id),
  ]);
  if (!row) return null;
  const { barredAt, ...provider } = row;
  return { ...provider, items, standing: standingOf(row, dateIn(row.timeZone, app.clock.now())) };
}

const providerQuery = (id: OrganisationId): Prisma.Sql => Prisma.sql`
  SELECT ${COLUMNS}, p.categories, to_char(p.recognised_until, 'YYYY-MM-DD') AS "recognisedUntil",
    p.barred_at AS "barredAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', q.kind, 'validUntil', to_char(q.valid_until, 'YYYY-MM-DD'))
       ORDER BY q.valid_until, q.kind, q.id), '[]') FROM qualification q WHERE q.provider_id = p.id) AS qualifications
  FROM provider p JOIN organisation o ON o.id = p.id WHERE p.id = ${id}`;

export async function findStore(app: Pick<App, 'database'>, id: OrganisationId): Promise<StoreRecord | null> {
  const [row] = await app.database.query<StoreRecord>(Prisma.sql`
    SELECT ${COLUMNS}, s.categories FROM store s JOIN organisation o ON o.id = s.id WHERE s.id = ${id}`);
  return row ?? null;
}
