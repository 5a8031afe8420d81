import type { Card } from '../../../chat/card.ts';
import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import { loadDraft } from '../../../chat/drafts/drafts.ts';
import { organisationsById } from '../../../people/organisations.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { refuse } from '../../../result.ts';
import { loadCounterparts } from '../../record/counterparts.ts';
import { NEW_REQUEST, newHandle, type Pair, storesOf } from './origin.ts';
import { firstPage, newDraftKey, requestPage } from './pages.ts';

export const newRequestClick: Click = {
  action: NEW_REQUEST,
  effect: 'read',
  run: (talk, { subject, data }) => startRequest(talk, subject, data),
};

/** Opens the form, filled in with what was typed before; with several stores, asks first which of them asks. */
export async function startRequest(talk: Known, providerId: string, storeId?: string): Promise<Answer> {
  const stores = storesOf(talk);
  const [only, ...others] = stores;
  const chosen = storeId || (others.length === 0 ? only : undefined);
  if (chosen !== undefined) return openRequest(talk, { storeId: chosen, providerId });
  return only === undefined
    ? (permissionRefusal(permitted('report.new', talk.person)) ?? refuse('reports.unknown-party', {}))
    : { kind: 'card', card: await storeChoice(talk, providerId, stores) };
}

export async function openRequest(talk: Known, pair: Pair): Promise<Answer> {
  const refusal = permissionRefusal(permitted('report.new', talk.person, pair));
  if (refusal) return refusal;
  const counterparts = await loadCounterparts(talk.app, pair.storeId, pair.providerId);
  if (!counterparts) return refuse('reports.unknown-party', {});
  if (counterparts.offeredItems.length === 0)
    return refuse('cases.nothing-offered', { provider: counterparts.provider.name });
  const draft = await loadDraft(talk.app, newDraftKey(pair));
  const target = newHandle(pair);
  return {
    kind: 'form',
    page: requestPage(talk, { page: firstPage, target, counterparts, values: draft?.values ?? {} }),
  };
}

async function storeChoice(talk: Known, providerId: string, stores: readonly string[]): Promise<Card> {
  const found = await organisationsById(talk.app, stores);
  return {
    tone: 'neutral',
    title: talk.t('cases.new.which-store'),
    actions: found.map(({ id, name }) => ({
      label: name,
      tone: 'plain' as const,
      handle: newHandle({ storeId: id, providerId }),
    })),
  };
}
