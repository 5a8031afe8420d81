import type { FastifyInstance } from 'fastify';
import { isObject, parseJson } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { spendResponseUrl } from '../../state/issued/response-urls.ts';
import { WebApiRefusal } from '../../web-api/refusal.ts';
import { respond } from './respond.ts';

/** `<prefix>/response/<id>`: needs no token, because the address is the secret. */
export function responseUrlRoutes(fastify: FastifyInstance, core: Core): void {
  fastify.post<{ Params: { id: string } }>('/response/:id', (request, reply) => {
    const body = typeof request.body === 'string' ? parseJson(request.body) : request.body;
    const entry = core.journal.request('from-app', 'response_url', isObject(body) ? body : null);
    const { status, error } = answer(core, request.params.id, body);
    entry.status = status;
    core.workspace.changed('journal');
    return error ? reply.code(status).send({ ok: false, error }) : reply.type('text/plain').send('ok');
  });
}

function answer(core: Core, id: string, body: unknown): { status: number; error?: string } {
  try {
    if (!isObject(body)) throw new WebApiRefusal('invalid_payload');
    const url = spendResponseUrl(core.workspace, id);
    if (typeof url === 'string') throw new WebApiRefusal(url);
    respond(core, url, body);
    return { status: 200 };
  } catch (error) {
    if (!(error instanceof WebApiRefusal)) throw error;
    core.journal.violation('response_url', error.code, error.problems);
    return { status: STATUS[error.code] ?? 400, error: error.code };
  }
}

const STATUS: Readonly<Record<string, number>> = { expired_url: 404, used_url: 404, invalid_url: 404 };
