import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';

export interface HttpOptions {
  /** Addresses of what stands before this server, whose word on where a request came from counts. */
  readonly trustedProxies?: readonly string[];
}

/** What an operator's tools ask: alive, ready for requests, and counts. */
export function httpServer({ trustedProxies = [] }: HttpOptions = {}): FastifyInstance {
  const fastify = Fastify({
    forceCloseConnections: true,
    bodyLimit: 1_048_576,
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  });
  fastify.get('/healthz', () => ({ status: 'alive' }));
  return fastify;
}

export interface Readiness {
  /** Undefined until everything has started. */
  app: App | undefined;
}

export function operatorRoutes(fastify: FastifyInstance, readiness: Readiness): void {
  fastify.get('/readyz', async (_request, reply) => {
    const problem = await notReady(readiness);
    return problem === null ? { status: 'ready' } : reply.code(503).send({ status: problem });
  });
  fastify.get('/metrics', async (_request, reply) => {
    const { app } = readiness;
    if (!app) return reply.code(503).send('starting');
    return reply.type(app.metrics.contentType).send(await app.metrics.expose());
  });
}

async function notReady({ app }: Readiness): Promise<string | null> {
  if (!app) return 'starting';
  try {
    await app.database.query(Prisma.sql`SELECT 1`);
    return null;
  } catch {
    return 'the database does not answer';
  }
}
