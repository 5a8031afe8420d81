import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { refuse } from '../../src/result.ts';
import { admit } from './auth/admit.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { openApiDocument } from './open-api.ts';
import { problemHandlers, Refused } from './problems/errors.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { itemRoutes } from './routes/items.ts';
import { ratingRoutes } from './routes/ratings.ts';
import { reportRoutes } from './routes/reports.ts';
import { storeMonthRoutes } from './routes/store-months.ts';
import { webhookRoutes } from './routes/webhooks.ts';

const MINUTE_MS = 60_000;
const LIMITS = { perKey: 600, perAddress: 1_200 };
const ROUTES = [
  itemRoutes,
  reportRoutes,
  evidenceRoutes,
  storeMonthRoutes,
  ratingRoutes,
  webhookRoutes,
  deliveryRoutes,
];

/**
 * `/api`: the description of the API, its page, and under `/api/v1` what a provider's own systems can do. Limits are
 * counted by each process for itself: behind several, a key has as many times the limit.
 */
export const providerApi: FastifyPluginAsync<ApiCollaborators> = async (
  fastify,
  { app, defaults, limits },
) => {
  // Without the prefix under which this plugin itself was registered.
  const parts: ApiCollaborators = { app, defaults };
  const { perKey, perAddress } = limits ?? LIMITS;
  fastify.setValidatorCompiler(validatorCompiler);
  fastify.setSerializerCompiler(serializerCompiler);
  fastify.decorateRequest('holder', null);
  // Fastify reads plain text unless it is told not to; nothing here is.
  fastify.removeContentTypeParser('text/plain');
  problemHandlers(fastify, parts);
  await openApiDocument(fastify, parts);
  await fastify.register(
    async (v1) => {
      await v1.register(rateLimit, {
        global: false,
        errorResponseBuilder: () => new Refused(refuse('access.too-many-requests')),
      });
      v1.addHook('onRequest', v1.rateLimit({ max: perAddress, timeWindow: MINUTE_MS }));
      v1.addHook('onRequest', (request) => admit(parts, request));
      v1.addHook('preHandler', limitedByKey(v1, perKey));
      for (const routes of ROUTES) await v1.register(routes, parts);
    },
    { prefix: '/v1' },
  );
};

/** Beside the limit for addresses, which the plugin counts once for each request. */
function limitedByKey(fastify: FastifyInstance, max: number) {
  const count = fastify.createRateLimit({
    max,
    timeWindow: MINUTE_MS,
    keyGenerator: (request) => `key:${request.holder?.keyId}`,
  });
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const limit = await count(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    reply.header('retry-after', limit.ttlInSeconds);
    throw new Refused(refuse('access.too-many-requests'));
  };
}
