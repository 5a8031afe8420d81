import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject } from '../../../common/json.ts';
import { type Answer, callRoute, type Doors } from '../call.ts';
import { DiscordRefusal } from '../refusal.ts';
import { ROUTES } from '../registry.ts';
import type { Route } from '../route.ts';
import { parseBody } from './body.ts';

/** All files of one message together. https://discord.com/developers/docs/reference#uploading-files */
const MAX_BODY_BYTES = 25 * 2 ** 20 + 2 ** 16;

/** `<prefix>/api/v10/…`, by JSON or multipart form. */
export function restRoutes(fastify: FastifyInstance, doors: Doors): void {
  fastify.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        '*',
        { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
        (_request, body, done) => done(null, body),
      );
      for (const route of ROUTES) mount(scope, route, doors);
      scope.setNotFoundHandler((request, reply) => {
        doors.core.journal.violation(`${request.method} ${request.url.split('?')[0]}`, 'unknown_route');
        return reply.code(404).send(new DiscordRefusal('general').body());
      });
    },
    { prefix: '/api/v10' },
  );
}

function mount(scope: FastifyInstance, route: Route, doors: Doors): void {
  scope.route({
    method: route.method,
    url: route.path,
    bodyLimit: MAX_BODY_BYTES,
    handler: async (request, reply) => send(reply, await answer(request, route, doors)),
  });
}

async function answer(request: FastifyRequest, route: Route, doors: Doors): Promise<Answer> {
  try {
    const parsed = await parseBody(request.body, request.headers['content-type'] ?? '');
    const params = isObject(request.params) ? request.params : {};
    const named = Object.entries(params).map(([key, value]) => [key, String(value)]);
    return callRoute(doors, {
      route,
      request: {
        ...parsed,
        params: Object.fromEntries(named),
        query: isObject(request.query) ? request.query : {},
      },
      token: /^Bot (.+)$/.exec(request.headers.authorization ?? '')?.[1],
    });
  } catch (error) {
    if (!(error instanceof DiscordRefusal)) throw error;
    doors.core.journal.violation(route.name, String(error.code), error.details);
    return { status: error.status, headers: {}, body: error.body() };
  }
}

function send(reply: FastifyReply, { status, headers, body, reset }: Answer): FastifyReply {
  if (reset) {
    reply.hijack();
    reply.raw.destroy();
    return reply;
  }
  const answering = reply.code(status).headers(headers);
  return body === undefined
    ? answering.send()
    : answering.type('application/json').send(JSON.stringify(body));
}
