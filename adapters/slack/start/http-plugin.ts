import type { RequestListener } from 'node:http';
import type { FastifyPluginAsync } from 'fastify';
import { EVENTS_PATH } from './receivers.ts';

/**
 * Bolt's own receiver behind one path of the process's server. Fastify hands the connection over before it has read
 * anything, because a signature counts for the very bytes.
 */
export function slackRoutes(requestListener: RequestListener): FastifyPluginAsync {
  return async (fastify) => {
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
    fastify.post(EVENTS_PATH, (request, reply) => {
      reply.hijack();
      requestListener(request.raw, reply.raw);
    });
  };
}
