import { WebClient } from '@slack/web-api';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { slackSimulator } from '../../../../simulator/slack/plugin.ts';
import { SlackSimulator } from '../../../../simulator/slack/simulator.ts';
import { clientOf, refusalOf } from '../support/client.ts';
import {
  ALL_SCOPES,
  ANN,
  APP_TOKEN,
  BOT,
  BOT_TOKEN,
  GENERAL,
  someOptions,
  startSlack,
} from '../support/workspace.ts';

const post = async (url: string, init: RequestInit) => (await fetch(url, { method: 'POST', ...init })).json();

describe('who may call', () => {
  it('knows the bot by its token', async () => {
    await using slack = await startSlack();
    expect(await clientOf(slack).auth.test()).toMatchObject({ ok: true, user_id: BOT, team_id: 'T0TEAM' });
  });

  it.each([
    ['no token', undefined, 'not_authed'],
    ['a foreign token', 'xoxb-other', 'invalid_auth'],
    ['the app token where the bot token belongs', APP_TOKEN, 'not_allowed_token_type'],
  ])('refuses %s', async (_what, token, code) => {
    await using slack = await startSlack();
    const client = new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
    expect(await refusalOf(client.auth.test())).toMatchObject({ code });
    expect(slack.control.violations).toMatchObject([{ where: 'auth.test', code }]);
  });

  it('refuses a bot token where the app token belongs', async () => {
    await using slack = await startSlack();
    expect(await refusalOf(clientOf(slack).apps.connections.open())).toMatchObject({
      code: 'not_allowed_token_type',
    });
  });

  it('names the scope that is missing', async () => {
    await using slack = await startSlack({ scopes: ALL_SCOPES.filter((scope) => scope !== 'chat:write') });
    const answer = await post(`${slack.apiUrl}chat.postMessage`, {
      headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: ANN, text: 'x' }),
    });
    expect(answer).toMatchObject({ ok: false, error: 'missing_scope', needed: 'chat:write' });
  });
});

describe('what may be called', () => {
  it('has no methods that nobody described', async () => {
    await using slack = await startSlack();
    expect(await refusalOf(clientOf(slack).apiCall('chat.sing'))).toMatchObject({ code: 'unknown_method' });
  });

  it('says which argument is missing', async () => {
    await using slack = await startSlack();
    expect(await refusalOf(clientOf(slack).apiCall('chat.postMessage', { text: 'x' }))).toEqual({
      code: 'invalid_arguments',
      messages: ['[ERROR] missing required field: channel'],
    });
  });

  it('writes down arguments that do not exist', async () => {
    await using slack = await startSlack();
    await clientOf(slack).apiCall('chat.postMessage', { channel: ANN, text: 'x', colour: 'red' });
    expect(slack.control.violations).toMatchObject([
      { where: 'chat.postMessage', code: 'unknown_argument', details: ['colour'] },
    ]);
  });

  it.each([
    [
      'a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      new URLSearchParams({ channel: ANN, text: 'hi', blocks: '[{"type":"divider"}]' }).toString(),
    ],
    [
      'JSON',
      { 'content-type': 'application/json' },
      JSON.stringify({ channel: ANN, text: 'hi', blocks: [{ type: 'divider' }] }),
    ],
  ])('takes arguments as %s', async (_what, headers, body) => {
    await using slack = await startSlack();
    const answer = await post(`${slack.apiUrl}chat.postMessage`, {
      headers: { ...headers, authorization: `Bearer ${BOT_TOKEN}` },
      body,
    });
    expect(answer).toMatchObject({ ok: true, message: { text: 'hi', blocks: [{ type: 'divider' }] } });
  });
});

describe("a stand-in in somebody else's server", () => {
  it('works under its prefix, beside a server that reads forms itself', async () => {
    const fastify = Fastify({ forceCloseConnections: true });
    fastify.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(body))));
      },
    );
    const simulator = new SlackSimulator(someOptions());
    await fastify.register(slackSimulator, { prefix: '/sim/slack', simulator });
    const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
    const client = new WebClient(BOT_TOKEN, { slackApiUrl: `${url}/sim/slack/api/` });
    await client.filesUploadV2({ channel_id: GENERAL, filename: 'a.txt', content: 'hi' });
    const { messages } = await client.conversations.history({ channel: GENERAL });
    expect(messages?.[0]?.files?.[0]?.url_private).toContain(`${url}/sim/slack/files/`);
    await fastify.close();
  });
});
