import type { App } from '../../../app.ts';
import type { Click, Command } from '../../../chat/conversation.ts';
import type { CardView } from '../../../delivery/view.ts';
import { membershipsFor, permitted } from '../../../people/permissions.ts';
import { isRefused } from '../../../result.ts';
import { removeEndpoint } from '../actions/manage.ts';
import { replay } from '../actions/replay.ts';
import { ENDPOINT_VIEW } from '../actions/send.ts';
import { deliveriesTo } from '../record/deliveries.ts';
import { endpointsOfProviders, findEndpoint } from '../record/endpoints.ts';
import { endpointCard, REMOVE, REPLAY, SHOWN_DELIVERIES } from './endpoint-card.ts';

const latest = async (app: Pick<App, 'database'>, endpointId: string) =>
  (await deliveriesTo(app, endpointId, { limit: SHOWN_DELIVERIES, after: null })).items;

/** `/service webhooks`: where the company's systems hear of changes, and what became of the messages. */
export const serviceWebhooks: Command = {
  area: 'service',
  verb: 'webhooks',
  options: [],
  who: 'service.keys',
  effect: 'read',
  run: async ({ app, person, t }) => {
    const own = membershipsFor('service.keys', person).map(({ organisationId }) => organisationId);
    const endpoints = await endpointsOfProviders(app, own);
    if (endpoints.length === 0) {
      const lead = t.text('access.webhook.none-lead', {
        page: { link: app.address('/api/docs'), label: t('access.page.docs') },
      });
      return { kind: 'card', card: { tone: 'neutral', title: t('access.webhook.none'), lead } };
    }
    const cards = endpoints.map(async (endpoint) =>
      endpointCard(t, endpoint, await latest(app, endpoint.id)),
    );
    return { kind: 'cards', cards: await Promise.all(cards) };
  },
};

export const replayClick: Click = {
  action: REPLAY,
  effect: 'change',
  run: async ({ app, person: actor, requestId, t }, { subject: deliveryId }) => {
    const sent = await replay(app, { actor, deliveryId, requestId });
    if (isRefused(sent)) return sent;
    const endpoint = await findEndpoint(app, sent.ok.endpointId);
    const title = t('access.webhook.replayed');
    if (!endpoint) return { kind: 'card', card: { tone: 'good', title } };
    return {
      kind: 'card',
      card: { ...endpointCard(t, endpoint, await latest(app, endpoint.id)), lead: title },
      replaces: true,
    };
  },
};

export const removeClick: Click = {
  action: REMOVE,
  effect: 'change',
  run: async ({ app, person: actor, requestId, t }, { subject: endpointId }) => {
    const removed = await removeEndpoint(app, { actor, endpointId, requestId });
    if (isRefused(removed)) return removed;
    const title = t('access.webhook.removed', { host: new URL(removed.ok.url).host });
    return { kind: 'card', card: { tone: 'good', title }, replaces: true };
  },
};

/** A system did not take a message, however often it was sent: for the company's own administrators. */
export const endpointView: CardView = {
  name: ENDPOINT_VIEW,
  draw: async (app, { t, person }, subject) => {
    const endpoint = await findEndpoint(app, subject);
    if (!endpoint || !person || !permitted('service.keys', person, endpoint).allowed) return null;
    return [endpointCard(t, endpoint, await latest(app, endpoint.id))];
  },
};
