import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result } from '../../../result.ts';
import {
  type ItemChange,
  type ItemDeps,
  type ItemRequest,
  itemRefusal,
  itemStatements,
  MOST_ITEMS,
  mayChangeItems,
  TOO_MANY,
} from './item-change.ts';
import { itemFields, type TypedItem } from './item-fields.ts';

export interface AddItem extends ItemRequest {
  readonly providerId: OrganisationId;
  readonly item: TypedItem;
}

/**
 * A service that the provider offers from now on. Refuses inputs beside their fields, `directory.item-name-taken`
 * where another item on offer has the name, and `directory.too-many-items`.
 */
export async function addItem(app: ItemDeps, input: AddItem): Promise<Result<{ readonly id: string }>> {
  const refusal = mayChangeItems(input.actor, input.providerId);
  if (refusal) return refusal;
  const fields = itemFields(input.item);
  if (isRefused(fields)) return fields;
  const id = app.ids.next('it');
  const { item, ...request } = input;
  const change: ItemChange = {
    ...request,
    itemId: id,
    action: 'provider.item-added',
    before: null,
    after: fields.ok,
    at: app.clock.now(),
  };
  try {
    await app.database.change([...itemStatements(change, insert(change)), notTooMany(input.providerId)]);
    return ok({ id });
  } catch (error) {
    return itemRefusal(app, change, error);
  }
}

function insert({ itemId, providerId, after, at }: ItemChange): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO service_item (id, provider_id, name, scope, description, offered, version, created_at, updated_at)
    VALUES (${itemId}, ${providerId}, ${after.name}, ${after.scope}, ${after.description}, ${after.offered}, 1,
      ${at}::timestamptz, ${at}::timestamptz)`;
}

const notTooMany = (providerId: OrganisationId): Prisma.Sql => Prisma.sql`
  SELECT expect_rows((SELECT greatest(count(*), ${MOST_ITEMS}::bigint) FROM service_item
    WHERE provider_id = ${providerId}), ${MOST_ITEMS}::bigint, ${TOO_MANY})`;
