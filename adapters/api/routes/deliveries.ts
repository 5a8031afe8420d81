import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isRefused, ok, refuse } from '../../../src/result.ts';
import { replay } from '../../../src/services/webhooks/actions/replay.ts';
import { deliveriesTo, findDelivery } from '../../../src/services/webhooks/record/deliveries.ts';
import { admitted } from '../auth/admit.ts';
import type { ApiCollaborators, ApiServer } from '../collaborators.ts';
import { PAGING, pageOf, wantedOf } from '../cursor.ts';
import { once } from '../idempotency/once.ts';
import { IDEMPOTENCY, id, listOf, PROBLEMS } from '../schemas/common.ts';
import { delivery, shownDelivery } from '../schemas/webhooks.ts';
import { ownEndpoint } from './own-endpoint.ts';

const SHARED = { tags: ['Webhooks'] };
const byId = z.object({ id });

/** What became of each message to the company's systems. */
export const deliveryRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  listDeliveries(fastify, parts);
  replayOne(fastify, parts);
};

function listDeliveries(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.get(
    '/webhooks/:id/deliveries',
    {
      schema: {
        ...SHARED,
        summary: 'Lists what was sent to an address, the newest first, and what became of it',
        params: byId,
        querystring: z.strictObject(PAGING),
        response: { 200: listOf(delivery), ...PROBLEMS },
      },
    },
    async (request) => {
      const { holder } = admitted(parts, request, null);
      const found = await ownEndpoint(app, holder, request.params.id);
      return pageOf(await deliveriesTo(app, found.id, wantedOf(request.query)), shownDelivery);
    },
  );
}

function replayOne(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.post(
    '/deliveries/:id/replays',
    {
      schema: {
        ...SHARED,
        summary: 'Sends a message once more, under its own id',
        headers: IDEMPOTENCY,
        params: byId,
        response: { 202: delivery, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder } = admitted(parts, request, null);
      return once({ app, holder, request, reply, body: null }, async (requestId) => {
        const found = await findDelivery(app, request.params.id);
        if (!found) return refuse('access.delivery-unknown');
        await ownEndpoint(app, holder, found.endpointId);
        const sent = await replay(app, { actor: holder.person, deliveryId: found.id, requestId });
        return isRefused(sent) ? sent : ok({ status: 202, body: shownDelivery(sent.ok) });
      });
    },
  );
}
