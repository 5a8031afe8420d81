import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ITEM_COLUMNS, type ServiceItem } from './service-item.ts';

/** All items of a provider, those on offer first, each part in the order in which it was made. */
export function itemsOf(app: Pick<App, 'database'>, providerId: OrganisationId): Promise<ServiceItem[]> {
  return app.database.query(Prisma.sql`
    SELECT ${ITEM_COLUMNS} FROM service_item i WHERE i.provider_id = ${providerId}
    ORDER BY i.offered DESC, i.created_at, i.id COLLATE "C"`);
}

export async function findItem(app: Pick<App, 'database'>, itemId: string): Promise<ServiceItem | null> {
  const [item] = await app.database.query<ServiceItem>(
    Prisma.sql`SELECT ${ITEM_COLUMNS} FROM service_item i WHERE i.id = ${itemId}`,
  );
  return item ?? null;
}
