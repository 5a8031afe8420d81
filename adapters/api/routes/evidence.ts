import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DEFAULT_RULES } from '../../../src/reports/rules.ts';
import { isRefused, ok } from '../../../src/result.ts';
import { admitted } from '../auth/admit.ts';
import type { ApiCollaborators } from '../collaborators.ts';
import { once } from '../idempotency/once.ts';
import { IDEMPOTENCY, id, PROBLEMS } from '../schemas/common.ts';
import { evidence } from '../schemas/reports.ts';

/** Nobody's media type counts: the file itself is looked into. */
const CONTENT_TYPES = ['application/octet-stream', 'application/pdf', 'image/jpeg', 'image/png'];

/** The contract and whatever else proves a report, as the bytes of one file. */
export const evidenceRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  const { app } = parts;
  fastify.addContentTypeParser(CONTENT_TYPES, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  fastify.post(
    '/reports/:id/evidence',
    {
      // One byte more than the rules allow, so that they refuse it in their own words.
      bodyLimit: DEFAULT_RULES.evidence.maximumBytes + 1,
      schema: {
        tags: ['Reports'],
        summary: 'Attaches a file: PDF, JPEG or PNG',
        consumes: CONTENT_TYPES,
        headers: IDEMPOTENCY,
        params: z.object({ id }),
        querystring: z.strictObject({ name: z.string().min(1).max(200).describe('What the file is called') }),
        body: z
          .custom<Uint8Array>((value) => value instanceof Uint8Array)
          .meta({ type: 'string', format: 'binary' }),
        response: { 201: evidence, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder, space } = admitted(parts, request, 'evidence:write');
      const { body } = request;
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const file = { name: request.query.name, bytes: body };
        const attached = await space.attach({ requestId }, request.params.id, file);
        return isRefused(attached) ? attached : ok({ status: 201, body: attached.ok });
      });
    },
  );
};
