import type { FastifyInstance } from 'fastify';

/** Where the world reaches this plugin, prefix included, without a slash at the end. */
export function addressOf(fastify: FastifyInstance): string {
  const address = fastify.server.address();
  if (!address || typeof address === 'string')
    throw new Error('The stand-in has no address before it listens.');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}${fastify.prefix}`;
}
