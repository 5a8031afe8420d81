import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseUnavailable } from '../../../src/platform/database/errors.ts';
import { type Refusal, refuse } from '../../../src/result.ts';
import type { ApiCollaborators } from '../collaborators.ts';
import { invalidRequest } from './invalid.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import { translateFor } from './reader.ts';

/** A refusal on its way out of a hook or a handler. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Everything that goes wrong becomes problem+json, in the caller's language. */
export function problemHandlers(fastify: FastifyInstance, { app, defaults }: ApiCollaborators): void {
  const give = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => {
    const problem = problemOf(translateFor(defaults, request), refusal, request.id);
    app.metrics.refusals.inc({ code: refusal.refused });
    return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  };
  fastify.setNotFoundHandler((request, reply) => give(request, reply, refuse('access.nothing-here')));
  fastify.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalFor(error);
    if (refusal.refused === 'access.failed' || refusal.refused === 'access.unavailable') {
      app.log.error({ err: error, requestId: request.id }, 'an API request failed');
    }
    if (refusal.refused === 'access.unavailable') reply.header('retry-after', '5');
    if (refusal.refused === 'access.key-unknown') reply.header('www-authenticate', 'Bearer');
    return give(request, reply, refusal);
  });
}

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'access.request-invalid',
  413: 'access.body-too-large',
  415: 'access.media-type',
};

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof DatabaseUnavailable) return refuse('access.unavailable');
  if (hasZodFastifySchemaValidationErrors(error)) return invalidRequest(error.validation);
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  const code = typeof status === 'number' ? BY_STATUS[status] : undefined;
  return code === undefined ? refuse('access.failed') : refuse(code, { why: reasonOf(error) });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : '');
