import { z } from 'zod';
import { EVENT_TYPES } from '../../../src/services/webhooks/events.ts';
import { DELIVERY_STATES, type WebhookDelivery } from '../../../src/services/webhooks/record/deliveries.ts';
import type { Endpoint } from '../../../src/services/webhooks/record/endpoints.ts';
import { id, instant } from './common.ts';

export const endpointBody = z
  .strictObject({
    url: z.string().max(1_000).describe('https, of a public host name'),
    events: z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length),
  })
  .meta({ id: 'WebhookEndpointBody' });

const ENDPOINT = { id, url: z.string(), events: z.array(z.string()), createdAt: instant };

export const endpoint = z.object(ENDPOINT).meta({ id: 'WebhookEndpoint' });

export const addedEndpoint = z
  .object({
    ...ENDPOINT,
    secret: z.string().describe('Checks signatures (Standard Webhooks). Shown now and not again'),
  })
  .meta({ id: 'AddedWebhookEndpoint' });

export const delivery = z
  .object({
    id: id.describe('As in the header webhook-id'),
    type: z.string(),
    payload: z.string().describe('The body, word for word'),
    state: z.enum(DELIVERY_STATES),
    attempts: z.number().int(),
    createdAt: instant,
    lastTriedAt: instant.nullable(),
    outcome: z.string().nullable().describe('Status of the last answer, or why there was none'),
  })
  .meta({ id: 'WebhookDelivery' });

export const shownEndpoint = ({ id: name, url, events, createdAt }: Endpoint): z.infer<typeof endpoint> => ({
  ...{ id: name, url, events: [...events], createdAt: createdAt.toISOString() },
});

export const shownDelivery = ({ endpointId: _, ...rest }: WebhookDelivery): z.infer<typeof delivery> => ({
  ...rest,
  createdAt: rest.createdAt.toISOString(),
  lastTriedAt: rest.lastTriedAt?.toISOString() ?? null,
});
