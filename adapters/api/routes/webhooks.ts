import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isRefused, ok } from '../../../src/result.ts';
import { sliceById } from '../../../src/services/space/slice.ts';
import { addEndpoint, removeEndpoint } from '../../../src/services/webhooks/actions/manage.ts';
import { endpointsOf } from '../../../src/services/webhooks/record/endpoints.ts';
import { admitted } from '../auth/admit.ts';
import type { ApiCollaborators, ApiServer } from '../collaborators.ts';
import { PAGING, pageOf, wantedOf } from '../cursor.ts';
import { once } from '../idempotency/once.ts';
import { IDEMPOTENCY, id, listOf, PROBLEMS } from '../schemas/common.ts';
import { addedEndpoint, endpoint, endpointBody, shownEndpoint } from '../schemas/webhooks.ts';
import { ownEndpoint } from './own-endpoint.ts';

const SHARED = { tags: ['Webhooks'] };
const byId = z.object({ id });

/** Where the company's systems hear of changes. */
export const webhookRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  listAddresses(fastify, parts);
  addAddress(fastify, parts);
  removeAddress(fastify, parts);
};

function listAddresses(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.get(
    '/webhooks',
    {
      schema: {
        ...SHARED,
        summary: 'Lists where your systems hear of changes',
        querystring: z.strictObject(PAGING),
        response: { 200: listOf(endpoint), ...PROBLEMS },
      },
    },
    async (request) => {
      const { holder } = admitted(parts, request, null);
      return pageOf(sliceById(await endpointsOf(app, holder), wantedOf(request.query)), shownEndpoint);
    },
  );
}

function addAddress(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.post(
    '/webhooks',
    {
      schema: {
        ...SHARED,
        summary: 'Adds an address that hears of changes',
        description:
          'Messages are signed by https://www.standardwebhooks.com, and sent again until they are taken.',
        headers: IDEMPOTENCY,
        body: endpointBody,
        response: { 201: addedEndpoint, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder } = admitted(parts, request, null);
      const { body } = request;
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const { applicationId, mode, providerId, scopes, person: actor } = holder;
        const owner = { applicationId, mode, providerId };
        const added = await addEndpoint(app, { ...body, owner, scopes, actor, requestId });
        if (isRefused(added)) return added;
        return ok({ status: 201, body: { ...shownEndpoint(added.ok), secret: added.ok.secret } });
      });
    },
  );
}

function removeAddress(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.delete(
    '/webhooks/:id',
    {
      schema: {
        ...SHARED,
        summary: 'Removes an address; nothing more is sent to it',
        headers: IDEMPOTENCY,
        params: byId,
        response: { 200: endpoint, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder } = admitted(parts, request, null);
      return once({ app, holder, request, reply, body: null }, async (requestId) => {
        const { id: endpointId } = await ownEndpoint(app, holder, request.params.id);
        const removed = await removeEndpoint(app, { actor: holder.person, endpointId, requestId });
        return isRefused(removed) ? removed : ok({ status: 200, body: shownEndpoint(removed.ok) });
      });
    },
  );
}
