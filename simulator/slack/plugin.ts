import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { addressOf } from '../common/http/address.ts';
import { controlRoutes } from './control/http/routes.ts';
import { responseUrlRoutes } from './outbound/responses/response-url-routes.ts';
import type { SlackSimulator } from './simulator.ts';
import { fileRoutes } from './web-api/http/file-routes.ts';
import { webApiRoutes } from './web-api/http/routes.ts';

/**
 * The stand-in as a Fastify plugin. The app is pointed at `<prefix>/api/`; the page and tests use `<prefix>/control/`.
 */
export const slackSimulator: FastifyPluginAsync<{ simulator: SlackSimulator }> = async (
  fastify,
  { simulator },
) => {
  simulator.workspace.publicUrl = () => addressOf(fastify);
  acceptForms(fastify);
  webApiRoutes(fastify, simulator, simulator.failures);
  fileRoutes(fastify, simulator);
  responseUrlRoutes(fastify, simulator);
  controlRoutes(fastify, simulator);
  acceptSockets(fastify, simulator);
  // Before the server closes: it would wait for open sockets.
  fastify.addHook('preClose', async () => simulator.stop());
};

function acceptSockets(fastify: FastifyInstance, simulator: SlackSimulator): void {
  fastify.server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0];
    if (path === `${fastify.prefix}/socket`) simulator.sockets.accept(request, socket, head);
  });
}

function acceptForms(fastify: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  // The server that this is mounted in may read forms already.
  if (fastify.hasContentTypeParser(type)) return;
  fastify.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
}
