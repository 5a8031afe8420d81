import type { Button, Card } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { moment, type Text } from '../../../chat/text.ts';
import type { DeliveryState, WebhookDelivery } from '../record/deliveries.ts';
import type { Endpoint } from '../record/endpoints.ts';

export const REPLAY = 'access.webhook-replay';
export const REMOVE = 'access.webhook-remove';
/** As many as a person looks through; the API lists them all. */
export const SHOWN_DELIVERIES = 8;

/** One address, what was sent to it lately, and what can be done about it. */
export function endpointCard(
  t: Translate,
  { id, url, mode, events }: Endpoint,
  deliveries: readonly WebhookDelivery[],
): Card {
  const dead = deliveries.filter(({ state }) => state === 'DEAD');
  return {
    tone: dead.length > 0 ? 'bad' : 'neutral',
    title: t('access.webhook.title', { host: new URL(url).host }),
    lead: dead.length > 0 ? t('access.webhook.dead', { count: dead.length }) : t(`access.webhook.${mode}`),
    facts: [
      { label: t('access.webhook.address'), value: [{ code: url }] },
      {
        label: t('access.webhook.events'),
        value: events.map((event) => t(`access.event.${event}`)).join(t('common.comma')),
      },
    ],
    sections: [
      deliveries.length === 0
        ? { body: t('access.webhook.nothing') }
        : {
            title: t('access.webhook.latest'),
            list: deliveries.map((delivery) => deliveryLine(t, delivery)),
          },
    ],
    actions: [
      ...deliveries.filter(({ state }) => state !== 'PENDING').map((delivery) => replayButton(t, delivery)),
      removeButton(t, id),
    ],
  };
}

const SIGN: Readonly<Record<DeliveryState, string>> = { DELIVERED: '✓', PENDING: '…', DEAD: '✗' };

const deliveryLine = (
  t: Translate,
  { id, type, state, attempts, createdAt, outcome }: WebhookDelivery,
): Text =>
  t.text(outcome === null ? 'access.webhook.line-new' : 'access.webhook.line', {
    sign: SIGN[state],
    event: t(`access.event.${type}`),
    at: moment(createdAt),
    attempts,
    id: { code: shortId(id) },
    ...(outcome === null ? {} : { outcome }),
  });

/** Enough to tell apart those on one card. */
const shortId = (id: string): string => id.slice(-6);

const replayButton = (t: Translate, { id }: WebhookDelivery): Button => ({
  label: t('access.webhook.replay', { id: shortId(id) }),
  tone: 'plain',
  handle: { action: REPLAY, subject: id, revision: 0, stateSeq: 0 },
});

const removeButton = (t: Translate, id: string): Button => ({
  label: t('access.webhook.remove'),
  tone: 'danger',
  handle: { action: REMOVE, subject: id, revision: 0, stateSeq: 0 },
  confirm: {
    title: t('access.webhook.sure'),
    body: t('access.webhook.sure-body'),
    yes: t('access.webhook.remove'),
    no: t('common.button.cancel'),
  },
});
