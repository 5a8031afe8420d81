import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { discordSimulator } from '../../../../simulator/discord/plugin.ts';
import { DiscordSimulator } from '../../../../simulator/discord/simulator.ts';
import { ANN, APP, BEN, GENERAL, GUILD, STAFF, someOptions } from '../support/guild.ts';
import { registerCommands, type Scripted, scriptedBot } from '../support/scripted.ts';

const said = z.looseObject({
  status: z.number(),
  channel: z.string().optional(),
  file: z.string().optional(),
});

async function act(url: string, path: string, body: object) {
  const answer = await fetch(`${url}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return said.parse({ ...JSON.parse(await answer.text()), status: answer.status });
}

async function stateOf({ discord }: Scripted, user: string): Promise<object> {
  return JSON.parse(await (await fetch(`${discord.url}/control/state?user=${user}`)).text());
}

describe('the control API', () => {
  it('shows what a person sees, and nothing else', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    bot.discord.control.person(BEN).say('for staff', { channel: STAFF });
    bot.discord.control.person(BEN).say('**for** all', { channel: GENERAL });
    const state = await stateOf(bot, ANN);
    expect(state).toMatchObject({
      me: { id: ANN, globalName: 'Ann' },
      bot: { id: APP },
      guilds: [{ id: GUILD, name: 'Acme', members: [{ userId: ANN }, { userId: BEN }, { userId: APP }] }],
      commands: [{ name: 'ping' }, { name: 'case' }, { name: 'here' }],
      channels: [{ id: GENERAL, kind: 'text', can_write: true, messages: [{ visible_text: 'for all' }] }],
      modal: null,
      notices: [],
    });
    expect(JSON.stringify(state)).not.toContain('for staff');
  });

  it('carries a command, a form and a click from the page to the app', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const { url } = bot.discord;
    const ran = act(url, 'command', {
      user: ANN,
      channel: GENERAL,
      command: { area: 'ping', options: { words: 'w' } },
    });
    const command = await bot.next();
    const input = { type: 4, custom_id: 'why', style: 1 };
    const form = {
      custom_id: 'form',
      title: 'A form',
      components: [{ type: 18, label: 'Why', component: input }],
    };
    await command.callback({ type: 9, data: form });
    expect(await ran).toMatchObject({ status: 200, ok: true, outcome: { acked: true } });
    await act(url, 'input', { user: ANN, customId: 'why', value: 'so' });
    expect(await stateOf(bot, ANN)).toMatchObject({
      modal: { title: 'A form', values: { why: 'so' }, failure: null },
    });
    const sent = act(url, 'submit', { user: ANN });
    const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
    const answer = { content: 'sent', flags: 64, components: [{ type: 1, components: [button] }] };
    await (await bot.next()).callback({ type: 4, data: answer });
    expect(await sent).toMatchObject({ outcome: { acked: true } });
    const [message] = bot.discord.control.person(ANN).messages(GENERAL);
    const clicked = act(url, 'action', { user: ANN, channel: GENERAL, message: message?.id, customId: 'go' });
    await (await bot.next()).callback({ type: 7, data: { content: 'gone', components: [] } });
    expect(await clicked).toMatchObject({ outcome: { acked: true } });
    expect(await stateOf(bot, ANN)).toMatchObject({
      modal: null,
      channels: [{ messages: [{ visible_text: 'gone', is_ephemeral: true }] }],
    });
  });

  it('takes messages and files', async () => {
    await using bot = await scriptedBot();
    const { url, control } = bot.discord;
    const { channel } = await act(url, 'direct', { user: ANN });
    await act(url, 'message', { user: ANN, channel, text: 'hello' });
    const uploaded = await act(url, 'upload', {
      ...{ user: ANN, channel, name: 'a.csv' },
      contentBase64: Buffer.from('a,b').toString('base64'),
    });
    expect(control.person(ANN).sees()).toContain('hello\n[file a.csv]');
    const file = await fetch(`${url}/control/files/${String(uploaded.file)}`);
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['text/csv; charset=utf-8', 'a,b']);
  });

  it.each([
    ['what is malformed', 'message', { user: ANN }, 400, 'invalid_request'],
    [
      'what a person cannot do',
      'message',
      { user: ANN, channel: STAFF, text: 'a' },
      409,
      'channel_not_found',
    ],
    ['a form that is not open', 'submit', { user: ANN }, 409, 'no_modal'],
    [
      'a button that is not there',
      'action',
      { user: ANN, channel: GENERAL, message: '1', customId: 'x' },
      409,
      'message_not_found',
    ],
  ])('refuses %s', async (_what, path, body, status, error) => {
    await using bot = await scriptedBot();
    expect(await act(bot.discord.url, path, body)).toMatchObject({ status, ok: false, error });
  });

  it('arranges trouble', async () => {
    await using bot = await scriptedBot();
    const { url, control, simulator } = bot.discord;
    await act(url, 'circumstance', { kind: 'block-direct', user: ANN });
    await act(url, 'circumstance', { kind: 'leave', guild: GUILD, user: ANN });
    expect(simulator.servers.state.users[ANN]?.blocksDirect).toBe(true);
    expect(simulator.servers.state.guilds[GUILD]?.members[ANN]).toBeUndefined();
    await act(url, 'failures', { route: 'getCurrentUser', failure: { kind: 'http-500' } });
    await expect(bot.client.rest.get('/users/@me')).rejects.toThrow('Internal Server Error');
    await act(url, 'gateway', { how: 'drop' });
    await control.until(() => control.connections === 0);
  });

  it('says that something changed', async () => {
    await using bot = await scriptedBot();
    const stream = await fetch(`${bot.discord.url}/control/stream`);
    const reader = stream.body?.getReader();
    bot.discord.control.person(ANN).say('hello', { channel: GENERAL });
    let heard = '';
    while (!heard.includes('"messages"')) heard += new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    expect(heard).toContain('event: change');
  });
});

describe('the stand-in', () => {
  it('stands under any prefix, and goes on from a snapshot', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const said = bot.discord.control.person(ANN).say('before', { channel: GENERAL });
    const snapshot = JSON.parse(JSON.stringify(bot.discord.control.snapshot()));
    const simulator = new DiscordSimulator(someOptions({ snapshot }));
    const fastify = Fastify({ forceCloseConnections: true });
    await fastify.register(discordSimulator, { prefix: '/sim/discord', simulator });
    const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
    const state = await (await fetch(`${url}/sim/discord/control/state?user=${ANN}`)).json();
    expect(state).toMatchObject({
      commands: [{ name: 'ping' }, {}, {}],
      channels: [{ messages: [{ id: said }] }],
    });
    const gateway = await fetch(`${url}/sim/discord/api/v10/gateway`);
    expect(await gateway.json()).toEqual({ url: `${url.replace('http', 'ws')}/sim/discord/gateway` });
    await fastify.close();
  });
});
