import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { addressOf } from '../common/http/address.ts';
import { controlRoutes } from './control/http/routes.ts';
import { cdnRoutes } from './rest/http/cdn-routes.ts';
import { restRoutes } from './rest/http/routes.ts';
import type { DiscordSimulator } from './simulator.ts';

/**
 * The stand-in as a Fastify plugin. The app is pointed at `<prefix>/api` and learns the gateway from there; the page and
 * tests use `<prefix>/control/`.
 */
export const discordSimulator: FastifyPluginAsync<{ simulator: DiscordSimulator }> = async (
  fastify,
  { simulator },
) => {
  simulator.servers.publicUrl = () => addressOf(fastify);
  restRoutes(fastify, simulator.doors);
  cdnRoutes(fastify, simulator);
  controlRoutes(fastify, simulator);
  acceptSockets(fastify, simulator);
  // Before the server closes: it would wait for open sockets.
  fastify.addHook('preClose', async () => simulator.stop());
};

function acceptSockets(fastify: FastifyInstance, simulator: DiscordSimulator): void {
  const own = `${fastify.prefix}/gateway`;
  fastify.server.on('upgrade', (request, socket, head) => {
    const path = request.url?.split('?')[0]?.replace(/\/$/, '');
    if (path === own) simulator.gateway.accept(request, socket, head);
  });
}
