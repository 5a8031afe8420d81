import { Prisma } from '../../platform/database/generated/client.ts';
import type { ServiceScope } from '../../reports/report.ts';

/** What a provider says that it does; what a request refers to (domain-rules §4.2, `service_item_ids`). */
export interface ServiceItem {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly scope: ServiceScope;
  readonly description: string;
  /** False: retired. It stays, because reports name it, but nobody can choose it any more. */
  readonly offered: boolean;
  /** Grows with every change; a change names the version that it was made from. */
  readonly version: number;
  readonly updatedAt: Date;
}

/** For `SELECT ${ITEM_COLUMNS} FROM service_item i`. */
export const ITEM_COLUMNS = Prisma.sql`i.id, i.provider_id AS "providerId", i.name, i.scope, i.description, i.offered,
  i.version, i.updated_at AS "updatedAt"`;
