import { stringify } from 'csv-stringify/sync';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { COLUMN_NAMES } from '../../../src/ratings/store-months/columns.ts';
import { isRefused, ok } from '../../../src/result.ts';
import { admitted } from '../auth/admit.ts';
import type { ApiCollaborators, ApiServer } from '../collaborators.ts';
import { PAGING, pageOf, wantedOf } from '../cursor.ts';
import { once } from '../idempotency/once.ts';
import { IDEMPOTENCY, id, listOf, PROBLEMS } from '../schemas/common.ts';
import { monthUpload, storeMonth, uploadedMonths } from '../schemas/store-months.ts';

const SHARED = { tags: ['Store months'] };

/** Figures of the stores that the company serves. */
export const storeMonthRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  listMonths(fastify, parts);
  uploadMonths(fastify, parts);
};

function listMonths(fastify: ApiServer, parts: ApiCollaborators): void {
  fastify.get(
    '/store-months',
    {
      schema: {
        ...SHARED,
        summary: 'Lists the months of the stores that you serve, for the time of the cooperation',
        querystring: z.strictObject({ ...PAGING, storeId: id.optional() }),
        response: { 200: listOf(storeMonth), ...PROBLEMS },
      },
    },
    async (request) => {
      const { space } = admitted(parts, request, 'store-months:read');
      const { storeId = null, ...paging } = request.query;
      return pageOf(await space.storeMonths({ ...wantedOf(paging), storeId }), ({ figures, ...month }) => ({
        ...month,
        figures: { ...figures },
      }));
    },
  );
}

function uploadMonths(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.post(
    '/store-months',
    {
      schema: {
        ...SHARED,
        summary: 'Uploads months, all of them or none, as JSON or as the CSV file that staff import',
        description:
          'A month that the platform has from its own feed, or that staff recorded, is not replaced.',
        consumes: ['application/json', 'text/csv'],
        headers: IDEMPOTENCY,
        body: z.union([
          monthUpload,
          z.custom<Uint8Array>((value) => value instanceof Uint8Array).meta({ type: 'string' }),
        ]),
        response: { 200: uploadedMonths, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder, space } = admitted(parts, request, 'store-months:write');
      const { body } = request;
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const bytes = body instanceof Uint8Array ? body : csvOf(body);
        const uploaded = await space.uploadMonths({ requestId }, { name: 'api.csv', bytes });
        return isRefused(uploaded) ? uploaded : ok({ status: 200, body: uploaded.ok });
      });
    },
  );
}

function csvOf({ months }: z.infer<typeof monthUpload>): Uint8Array {
  const given = COLUMN_NAMES.filter((name) => months.some((month) => month[name] !== undefined));
  const rows = months.map((month) => given.map((name) => month[name] ?? ''));
  return new TextEncoder().encode(stringify([given, ...rows]));
}
