import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { ApiCollaborators } from './collaborators.ts';

const DESCRIPTION = `For the systems of a service provider whose API application was approved. Send your key as
\`Authorization: Bearer bb_live_…\`; a key of the sandbox (\`bb_test_…\`) works on a sample of its own, from which nothing
reaches anybody. Every write needs an \`Idempotency-Key\`. Lists go on with \`nextCursor\`. Problems are
\`application/problem+json\` with a stable \`code\`; their words follow \`Accept-Language\` (en, zh).`;

/** The schemas of the routes, as OpenAPI 3.1: `/api/openapi.json` for programs, `/api/docs` for people. */
export async function openApiDocument(fastify: FastifyInstance, { app }: ApiCollaborators): Promise<void> {
  await fastify.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Baobei', description: DESCRIPTION, version: '1' },
      servers: [],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await fastify.register(swaggerUi, { routePrefix: '/docs', indexPrefix: fastify.prefix });
  fastify.get('/openapi.json', { schema: { hide: true } }, () => ({
    ...fastify.swagger(),
    servers: [{ url: app.address('') }],
  }));
}
