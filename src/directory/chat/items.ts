import type { Card } from '../../chat/card.ts';
import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { membershipsFor } from '../../people/permissions.ts';
import { isRefused, refuse } from '../../result.ts';
import { mayChangeItems } from '../actions/items/item-change.ts';
import { findProvider } from '../records/organisation.ts';
import { resolveProvider } from '../records/resolve.ts';
import { itemCards } from './item-cards.ts';
import { searchCard } from './search.ts';
import { ITEMS, itemsHandle } from './show-handle.ts';

export const providerItems: Command = {
  area: 'provider',
  verb: 'items',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'provider.items',
  effect: 'read',
  run: (talk, { provider }) => (provider === undefined ? ownItems(talk) : itemsOfTyped(talk, provider)),
};

export const itemsClick: Click = {
  action: ITEMS,
  effect: 'read',
  run: (talk, { subject, data }) => itemList(talk, subject, data),
};

/** Of the company that the person administers; to choose from where there are several. */
async function ownItems(talk: Known): Promise<Answer> {
  const ids = membershipsFor('provider.items', talk.person).map(({ organisationId }) => organisationId);
  const [first, ...others] = new Set(ids);
  if (first === undefined) throw new Error('The policy table let somebody in who administers no provider.');
  if (others.length === 0) return itemList(talk, first);
  return { kind: 'card', card: await companyChoice(talk, [first, ...others]) };
}

async function companyChoice(talk: Known, ids: readonly string[]): Promise<Card> {
  const providers = await Promise.all(ids.map((id) => findProvider(talk.app, id)));
  return {
    tone: 'neutral',
    title: talk.t('directory.items.which'),
    actions: providers.flatMap((provider) =>
      provider ? [{ label: provider.name, tone: 'plain' as const, handle: itemsHandle(provider.id, 0) }] : [],
    ),
  };
}

async function itemsOfTyped(talk: Known, typed: string): Promise<Answer> {
  const resolved = await resolveProvider(talk.app, typed);
  if (isRefused(resolved)) return resolved;
  if (resolved.ok.kind === 'one') return itemList(talk, resolved.ok.id);
  return { kind: 'card', card: searchCard(talk, typed, resolved.ok.page) };
}

/** @param page as a handle carries it */
async function itemList(talk: Known, providerId: string, page?: string): Promise<Answer> {
  const refusal = mayChangeItems(talk.person, providerId);
  if (refusal) return refusal;
  const provider = await findProvider(talk.app, providerId);
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  return { kind: 'cards', cards: itemCards(talk, provider, page) };
}
