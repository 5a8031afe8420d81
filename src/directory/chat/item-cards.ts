import type { Button, Card } from '../../chat/card.ts';
import type { Known } from '../../chat/conversation.ts';
import type { ProviderRecord } from '../records/organisation.ts';
import type { ServiceItem } from '../records/service-item.ts';
import { addHandle, editHandle, retireHandle } from './item-handles.ts';
import { itemSection } from './show.ts';
import { itemsHandle, pageOf } from './show-handle.ts';

/** One card an item, so that its buttons stand under it; with the first card, what a platform shows at once. */
const ITEMS_ON_PAGE = 8;

type Talk = Pick<Known, 't'>;

/** The list that a provider maintains: retired items come last. */
export function itemCards(talk: Talk, provider: ProviderRecord, page?: string): readonly Card[] {
  const items = pageOf(provider.items, ITEMS_ON_PAGE, page);
  const turn = (label: string, to: number): Button => ({
    label: talk.t(label),
    tone: 'plain',
    handle: itemsHandle(provider.id, to),
  });
  const head: Card = {
    tone: 'neutral',
    title: talk.t('directory.items.title', { provider: provider.name }),
    lead: talk.t('directory.show.items', { count: provider.items.filter(({ offered }) => offered).length }),
    actions: [
      { label: talk.t('directory.button.add-item'), tone: 'primary', handle: addHandle(provider.id) },
      ...(items.page > 0 ? [turn('directory.button.earlier', items.page - 1)] : []),
      ...(items.more ? [turn('directory.button.more', items.page + 1)] : []),
    ],
    footer: talk.t('directory.items.footer'),
  };
  return [head, ...items.shown.map((item) => itemCard(talk, item))];
}

export function itemCard(talk: Talk, item: ServiceItem): Card {
  const { t } = talk;
  const { body, facts = [] } = itemSection(talk, item);
  const status = t(item.offered ? 'directory.items.offered' : 'directory.items.retired');
  return {
    tone: item.offered ? 'good' : 'neutral',
    title: item.name,
    facts: [...facts, { label: t('directory.fact.status'), value: status }],
    ...(body === undefined ? {} : { sections: [{ body }] }),
    actions: [
      { label: t('directory.button.edit-item'), tone: 'plain', handle: editHandle(item) },
      ...(item.offered ? [retireButton(talk, item)] : []),
    ],
  };
}

const retireButton = ({ t }: Talk, item: ServiceItem): Button => ({
  label: t('directory.button.retire-item'),
  tone: 'danger',
  handle: retireHandle(item),
  confirm: {
    title: t('directory.retire.title'),
    body: t('directory.retire.body', { name: item.name }),
    yes: t('directory.button.retire-item'),
    no: t('common.button.cancel'),
  },
});
