import Fastify from 'fastify';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownSystem } from '../../../simulator/own-system/plugin.ts';

const PATH = '/sim/own-system';
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The system on a server whose API knows one key. */
const server = Fastify();
let url: string;
beforeAll(async () => {
  server.post('/api/v1/webhooks', async ({ headers, body }, reply) => {
    if (headers.authorization !== 'Bearer bb_test_good')
      return reply.code(401).send({ detail: 'No such <key>.' });
    return { secret: SECRET, body };
  });
  await server.register(ownSystem, { prefix: PATH, path: PATH, botUrl: () => url });
  url = await server.listen({ port: 0 });
});
afterAll(() => server.close());

const connect = (key: string) =>
  server.inject({ method: 'POST', url: `${PATH}/connect`, headers: FORM, payload: `key=${key}` });
const shown = async () => (await server.inject(`${PATH}/`)).body;

function hook(body: string, secret = SECRET) {
  const at = new Date();
  const signature = new Webhook(secret).sign('msg_1', at, body);
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signature,
    'content-type': 'application/json',
  };
  return server.inject({ method: 'POST', url: `${PATH}/hook`, headers, payload: body });
}

it('a provider’s own system registers with its key, and shows what is signed for it alone', async () => {
  expect((await hook('{"type":"early"}')).statusCode).toBe(404);
  await connect('bb_test_bad');
  expect(await shown()).toContain('No such &lt;key&gt;.');
  expect((await connect('bb_test_good')).headers.location).toBe(PATH);
  expect((await hook('{"type":"forged"}', 'whsec_Zm9yZ2VkLWZvcmdlZC1mb3JnZWQ=')).statusCode).toBe(401);
  expect((await hook('{"type":"report.state-changed"}')).statusCode).toBe(204);
  const page = await shown();
  expect(page).toContain('report.state-changed');
  expect(page).not.toContain('forged');
  expect(page).not.toContain('No such');
});
