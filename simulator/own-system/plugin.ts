import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { type Heard, systemPage } from './page.ts';

export interface OwnSystemOptions {
  /** Of the bot, without a slash at the end; undefined before it listens. */
  readonly botUrl: () => string | undefined;
  /** Where this system stands on that very server. */
  readonly path: string;
}

const MOST_HEARD = 20;
const EVENTS = ['report.state-changed', 'application.state-changed'];

/**
 * A provider's own system, as small as can be: it is given a key, registers its address with the API, takes messages that are
 * signed with the secret that it got, and shows them. It remembers nothing after a restart.
 */
export const ownSystem: FastifyPluginAsync<OwnSystemOptions> = async (fastify, { botUrl, path }) => {
  const heard: Heard[] = [];
  let webhook: Webhook | null = null;
  let problem: string | null = null;

  // Signatures count for the very bytes.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  fastify.get('/', async (_request, reply) => {
    reply.type('text/html; charset=utf-8');
    return systemPage({ heard, problem, connected: webhook !== null });
  });

  fastify.post<{ Body: string }>('/connect', async ({ body }, reply) => {
    const key = new URLSearchParams(body).get('key')?.trim() ?? '';
    const answer = await registered(botUrl() ?? '', key, path);
    if (answer.secret !== undefined) webhook = new Webhook(answer.secret);
    problem = answer.detail ?? null;
    return reply.redirect(path, 303);
  });

  fastify.post<{ Body: string }>('/hook', async ({ body, headers }, reply) => {
    if (!webhook) return reply.code(404).send();
    try {
      webhook.verify(body, headers as Record<string, string>);
    } catch {
      return reply.code(401).send();
    }
    heard.unshift({ id: String(headers['webhook-id']), body });
    heard.splice(MOST_HEARD);
    return reply.code(204).send();
  });
};

interface Registered {
  readonly secret?: string;
  readonly detail?: string;
}

async function registered(botUrl: string, key: string, path: string): Promise<Registered> {
  const response = await fetch(`${botUrl}/api/v1/webhooks`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ url: `${botUrl}${path}/hook`, events: EVENTS }),
  });
  return (await response.json()) as Registered;
}
