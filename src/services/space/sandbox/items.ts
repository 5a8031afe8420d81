import { MOST_ITEMS } from '../../../directory/actions/items/item-change.ts';
import { itemFields, type TypedItem } from '../../../directory/actions/items/item-fields.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { ItemVersion } from '../space.ts';
import type { Step } from './kept-sample.ts';
import type { Sample, SampleItem } from './sample.ts';

type Done = Result<Step<SampleItem>>;

/** As `addItem` of the directory judges. */
export function addSampleItem(sample: Sample, typed: TypedItem, at: string): Done {
  const fields = itemFields(typed);
  if (isRefused(fields)) return fields;
  if (sample.items.length >= MOST_ITEMS) return refuse('directory.too-many-items', { most: MOST_ITEMS });
  const made = sample.made + 1;
  const item = { ...fields.ok, id: `it_sandbox_${made}`, version: 1, updatedAt: at };
  return placed({ ...sample, made }, item);
}

/** As `editItem` judges. */
export function changeSampleItem(
  sample: Sample,
  { id, version }: ItemVersion,
  change: { readonly typed: TypedItem | 'withdraw'; readonly at: string },
): Done {
  const before = sample.items.find((item) => item.id === id);
  if (!before) return refuse('directory.item-not-found');
  const { typed, at } = change;
  const fields = typed === 'withdraw' ? ok({ ...before, offered: false }) : itemFields(typed);
  if (isRefused(fields)) return fields;
  if (before.version !== version) {
    return refuse('directory.item-changed', { name: before.name, at: new Date(before.updatedAt) });
  }
  return placed(sample, { ...before, ...fields.ok, version: version + 1, updatedAt: at });
}

function placed(sample: Sample, item: SampleItem): Done {
  const others = sample.items.filter(({ id }) => id !== item.id);
  if (item.offered && others.some(({ offered, name }) => offered && name === item.name)) {
    return refuse('directory.item-name-taken', { name: item.name }, 'name');
  }
  return ok({ sample: { ...sample, items: [...others, item] }, answer: item });
}
