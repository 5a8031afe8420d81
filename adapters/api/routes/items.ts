import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isRefused, ok } from '../../../src/result.ts';
import { admitted } from '../auth/admit.ts';
import type { ApiCollaborators, ApiServer } from '../collaborators.ts';
import { PAGING, pageOf, wantedOf } from '../cursor.ts';
import { once } from '../idempotency/once.ts';
import { IDEMPOTENCY, id, listOf, PROBLEMS } from '../schemas/common.ts';
import { item, itemBody, itemChange, itemWithdrawal, shownItem } from '../schemas/items.ts';

const SHARED = { tags: ['Service items'] };
const byId = z.object({ id });

/** What the company offers. */
export const itemRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  listItems(fastify, parts);
  addOne(fastify, parts);
  changeOne(fastify, parts);
  withdrawOne(fastify, parts);
};

function listItems(fastify: ApiServer, parts: ApiCollaborators): void {
  fastify.get(
    '/items',
    {
      schema: {
        ...SHARED,
        summary: 'Lists the service items of your company',
        querystring: z.strictObject(PAGING),
        response: { 200: listOf(item), ...PROBLEMS },
      },
    },
    async (request) => {
      const { space } = admitted(parts, request, 'items:read');
      return pageOf(await space.items(wantedOf(request.query)), shownItem);
    },
  );
}

function addOne(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.post(
    '/items',
    {
      schema: {
        ...SHARED,
        summary: 'Adds a service item',
        headers: IDEMPOTENCY,
        body: itemBody,
        response: { 201: item, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder, space } = admitted(parts, request, 'items:write');
      const { body } = request;
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const added = await space.addItem({ requestId }, body);
        return isRefused(added) ? added : ok({ status: 201, body: shownItem(added.ok) });
      });
    },
  );
}

function changeOne(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.put(
    '/items/:id',
    {
      schema: {
        ...SHARED,
        summary: 'Changes a service item; reports that were requested before keep it as it was',
        headers: IDEMPOTENCY,
        params: byId,
        body: itemChange,
        response: { 200: item, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder, space } = admitted(parts, request, 'items:write');
      const { body } = request;
      const { version, ...fields } = body;
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const changed = await space.changeItem({ requestId }, { id: request.params.id, version }, fields);
        return isRefused(changed) ? changed : ok({ status: 200, body: shownItem(changed.ok) });
      });
    },
  );
}

function withdrawOne(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.delete(
    '/items/:id',
    {
      schema: {
        ...SHARED,
        summary: 'Takes a service item off offer; it stays on record',
        headers: IDEMPOTENCY,
        params: byId,
        querystring: itemWithdrawal,
        response: { 200: item, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder, space } = admitted(parts, request, 'items:write');
      const target = { id: request.params.id, version: request.query.version };
      return once({ app, holder, request, reply, body: null }, async (requestId) => {
        const withdrawn = await space.withdrawItem({ requestId }, target);
        return isRefused(withdrawn) ? withdrawn : ok({ status: 200, body: shownItem(withdrawn.ok) });
      });
    },
  );
}
