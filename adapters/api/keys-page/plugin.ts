import type { FastifyPluginAsync } from 'fastify';
import { type ReaderDefaults, readerFor } from '../../../src/chat/reader.ts';
import { isRefused } from '../../../src/result.ts';
import { takeKey } from '../../../src/services/access/actions/take-key.ts';
import { findOpenLink } from '../../../src/services/access/record/links.ts';
import type { ApiCollaborators } from '../collaborators.ts';
import { HEADERS } from './html.ts';
import { keyPage, overPage, questionPage } from './pages.ts';

interface Named {
  readonly Params: { readonly token: string };
}

/**
 * `/keys/<token>`: opening it shows a button, and only pressing that makes the key. Slack and Discord open every link that
 * stands in a message, to preview it, and would otherwise use it up.
 */
export const keysPage: FastifyPluginAsync<ApiCollaborators> = async (fastify, { app, defaults }) => {
  fastify.addContentTypeParser('application/x-www-form-urlencoded', (_request, _body, done) => done(null));
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
  });

  fastify.get<Named>('/keys/:token', async ({ params, headers }, reply) => {
    const link = await findOpenLink(app, params.token);
    const t = words(defaults, link?.locale, headers['accept-language']);
    return link ? questionPage(t, link) : reply.code(410).send(overPage(t));
  });

  fastify.post<Named>('/keys/:token', async ({ params, headers }, reply) => {
    const link = await findOpenLink(app, params.token);
    const t = words(defaults, link?.locale, headers['accept-language']);
    const taken = await takeKey(app, params.token);
    if (isRefused(taken) || !link) return reply.code(410).send(overPage(t));
    return keyPage(t, taken.ok, { docs: app.address('/api/docs') });
  });
};

const words = (defaults: ReaderDefaults, locale: string | null | undefined, accepted: string | undefined) =>
  readerFor(defaults, { locale: locale ?? null, zone: null, platformLocale: accepted?.split(/[,;]/)[0] }).t;
