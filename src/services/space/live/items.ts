import type { App } from '../../../app.ts';
import { addItem } from '../../../directory/actions/items/add-item.ts';
import { editItem, retireItem } from '../../../directory/actions/items/edit-item.ts';
import { findItem, itemsOf } from '../../../directory/records/items.ts';
import type { ServiceItem } from '../../../directory/records/service-item.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import { sliceById } from '../slice.ts';
import type { ProviderSpace } from '../space.ts';

type Items = Pick<ProviderSpace, 'items' | 'addItem' | 'changeItem' | 'withdrawItem'>;

export function liveItems(app: App, { person: actor, providerId }: KeyHolder): Items {
  /** The item as it stands after a change; others' items are as if they were not there. */
  const shown = async (id: string, done: Result<unknown>): Promise<Result<ServiceItem>> => {
    if (isRefused(done)) return done;
    const item = await findItem(app, id);
    return item === null ? refuse('directory.item-not-found') : ok(item);
  };
  const isOwn = async (id: string) => (await findItem(app, id))?.providerId === providerId;
  return {
    items: async (wanted) => sliceById(await itemsOf(app, providerId), wanted),
    addItem: async ({ requestId }, item) => {
      const added = await addItem(app, { actor, requestId, providerId, item });
      return isRefused(added) ? added : shown(added.ok.id, added);
    },
    changeItem: async ({ requestId }, { id, version }, item) => {
      if (!(await isOwn(id))) return refuse('directory.item-not-found');
      return shown(id, await editItem(app, { actor, requestId, itemId: id, version, item }));
    },
    withdrawItem: async ({ requestId }, { id, version }) => {
      if (!(await isOwn(id))) return refuse('directory.item-not-found');
      return shown(id, await retireItem(app, { actor, requestId, itemId: id, version }));
    },
  };
}
