import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { isObject, type JsonObject } from '../json.ts';
import { NotPossible } from '../not-possible.ts';

/** An uploaded contract of 20 MB, in base64. */
const MAX_BODY_BYTES = 32 * 2 ** 20;

type Handler<T> = (body: T) => unknown;

/** For `control/…`: answers `{ ok: true, … }`, 400 to what is malformed, 409 with what stands in the person's way. */
export function poster(fastify: FastifyInstance) {
  return <T>(path: string, schema: z.ZodType<T>, handle: Handler<T>): void => {
    fastify.post(`/control/${path}`, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
      const parsed = schema.safeParse(request.body);
      if (!parsed.success)
        return refuse(reply, 400, { error: 'invalid_request', message: z.prettifyError(parsed.error) });
      try {
        const answer = await handle(parsed.data);
        return { ok: true, ...(isObject(answer) ? answer : {}) };
      } catch (error) {
        if (!(error instanceof NotPossible)) throw error;
        return refuse(reply, 409, { error: error.code, message: error.message });
      }
    });
  };
}

function refuse(reply: FastifyReply, status: number, body: JsonObject): JsonObject {
  reply.code(status);
  return { ok: false, ...body };
}
