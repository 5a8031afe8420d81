import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { findItem } from '../../records/items.ts';
import {
  changedMeanwhile,
  type ItemChange,
  type ItemDeps,
  type ItemRequest,
  itemRefusal,
  itemStatements,
  mayChangeItems,
} from './item-change.ts';
import { itemFields, type TypedItem } from './item-fields.ts';

export interface EditItem extends ItemRequest {
  readonly itemId: string;
  /** The version that the editor looked at. */
  readonly version: number;
  readonly item: TypedItem;
}

/**
 * Compare-and-set on the item's version. Reports that were requested before keep their snapshot. Refuses inputs beside
 * their fields, `directory.item-not-found`, `directory.item-changed`, `directory.item-name-taken`.
 */
export async function editItem(
  app: ItemDeps,
  input: EditItem,
): Promise<Result<{ readonly version: number }>> {
  return changeItem(app, input, () => itemFields(input.item));
}

/** Takes an item off offer; it stays on record, and an edit can offer it again. Refusals as for `editItem`. */
export function retireItem(
  app: ItemDeps,
  input: Omit<EditItem, 'item'>,
): Promise<Result<{ readonly version: number }>> {
  return changeItem(app, input, (before) => ok({ ...before, offered: false }));
}

type Fields = ReturnType<typeof itemFields>;
type Current = NonNullable<Awaited<ReturnType<typeof findItem>>>;

async function changeItem(
  app: ItemDeps,
  { version, ...request }: Omit<EditItem, 'item'>,
  fieldsFrom: (before: Current) => Fields,
): Promise<Result<{ readonly version: number }>> {
  const before = await findItem(app, request.itemId);
  if (before === null) return refuse('directory.item-not-found');
  const refusal = mayChangeItems(request.actor, before.providerId);
  if (refusal) return refusal;
  const fields = fieldsFrom(before);
  if (isRefused(fields)) return fields;
  if (before.version !== version) return changedMeanwhile(before);
  const { name, scope, description, offered } = fields.ok;
  const change: ItemChange = {
    ...request,
    providerId: before.providerId,
    action: before.offered && !offered ? 'provider.item-retired' : 'provider.item-changed',
    before,
    after: { name, scope, description, offered },
    at: app.clock.now(),
  };
  try {
    await app.database.change(itemStatements(change, update(change, version)));
    return ok({ version: version + 1 });
  } catch (error) {
    return itemRefusal(app, change, error);
  }
}

function update({ itemId, after, at }: ItemChange, version: number): Prisma.Sql {
  return Prisma.sql`
    UPDATE service_item SET name = ${after.name}, scope = ${after.scope}, description = ${after.description},
      offered = ${after.offered}, version = version + 1, updated_at = ${at}::timestamptz
    WHERE id = ${itemId} AND version = ${version}::int`;
}
