import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject, type JsonObject } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { type ApiAnswer, callMethod } from '../call.ts';
import type { Failures } from '../failures/failures.ts';

/** `<prefix>/api/<method>`, by GET or POST, with a form or JSON. */
export function webApiRoutes(fastify: FastifyInstance, core: Core, failures: Failures): void {
  fastify.route<{ Params: { method: string } }>({
    method: ['GET', 'POST'],
    url: '/api/:method',
    handler: (request, reply) => {
      const answer = callMethod(core, failures, {
        name: request.params.method,
        args: argumentsOf(request),
        bearer: bearerOf(request),
      });
      return send(reply, answer);
    },
  });
}

/** Slack takes the token from this header, or from the argument `token`. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function argumentsOf(request: FastifyRequest): JsonObject {
  const query = isObject(request.query) ? request.query : {};
  return { ...query, ...(isObject(request.body) ? request.body : {}) };
}

function send(reply: FastifyReply, answer: ApiAnswer): FastifyReply {
  if (!answer.reset) return reply.code(answer.status).headers(answer.headers).send(answer.body);
  reply.hijack();
  reply.raw.destroy();
  return reply;
}
