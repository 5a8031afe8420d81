import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { isRefused } from '../../../src/result.ts';
import { admitted } from '../auth/admit.ts';
import type { ApiCollaborators } from '../collaborators.ts';
import { Refused } from '../problems/errors.ts';
import { PROBLEMS } from '../schemas/common.ts';
import { rating, shownRating } from '../schemas/ratings.ts';

/** The company's own rating. */
export const ratingRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  fastify.get(
    '/rating',
    {
      schema: {
        tags: ['Rating'],
        summary: 'Shows your rating: every dimension, what was taken off, and what the next level needs',
        response: { 200: rating, ...PROBLEMS },
      },
    },
    async (request) => {
      const { space } = admitted(parts, request, 'ratings:read');
      const found = await space.rating();
      if (isRefused(found)) throw new Refused(found);
      return shownRating(found.ok);
    },
  );
};
