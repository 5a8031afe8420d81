import type { Button, Card } from '../../../chat/card.ts';
import type { Answer, Command, Known } from '../../../chat/conversation.ts';
import { searchCard } from '../../../directory/chat/search.ts';
import { resolveProvider } from '../../../directory/records/resolve.ts';
import { isRefused } from '../../../result.ts';
import { familiarProviders } from '../../record/familiar-providers.ts';
import { newHandle, storesOf } from './origin.ts';
import { startRequest } from './start.ts';

/** `/report new [provider]`: the id, the name or a part of it. */
export const reportNew: Command = {
  area: 'report',
  verb: 'new',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'report.new',
  effect: 'read',
  run: (talk, { provider }) => (provider === undefined ? whichProvider(talk) : startWith(talk, provider)),
};

async function startWith(talk: Known, typed: string): Promise<Answer> {
  const resolved = await resolveProvider(talk.app, typed);
  if (isRefused(resolved)) return resolved;
  return resolved.ok.kind === 'one'
    ? startRequest(talk, resolved.ok.id)
    : { kind: 'card', card: searchCard(talk, typed, resolved.ok.page) };
}

/** Without a name: how to find a provider, and those that one of the person's stores knows already. */
async function whichProvider(talk: Known): Promise<Answer> {
  const { t } = talk;
  const known = await familiarProviders(talk.app, storesOf(talk));
  const severalStores = new Set(known.map(({ storeId }) => storeId)).size > 1;
  const actions = known.map(
    ({ storeId, storeName, providerId, name }): Button => ({
      label: severalStores ? `${name} · ${storeName}` : name,
      tone: 'plain',
      handle: newHandle({ storeId, providerId }),
    }),
  );
  const card: Card = {
    tone: 'neutral',
    title: t('cases.new.which-provider'),
    lead: t.text('cases.new.search', { command: { code: t('cases.new.search-command') } }),
    ...(actions.length === 0 ? {} : { sections: [{ body: t('cases.new.familiar') }], actions }),
  };
  return { kind: 'card', card };
}
