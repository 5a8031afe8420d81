import { REST, Routes } from 'discord.js';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restOptions } from '../../../../adapters/discord/start/rest.ts';
import { GENERAL, onDiscord } from '../support/adapter-on-discord.ts';

// What Slack's Socket Mode and the webhooks load sets this for the whole process.
const before = getGlobalDispatcher();
beforeAll(() => setGlobalDispatcher(new Agent()));
afterAll(() => setGlobalDispatcher(before));

it('sends files whatever else in the process speaks HTTP', async () => {
  await using rig = await onDiscord();
  const rest = new REST(restOptions(rig.discord.apiUrl)).setToken('a-bot-token');
  const files = [{ name: 'chart.png', data: Buffer.from('not really one') }];
  const sent = await rest.post(Routes.channelMessages(GENERAL), { body: { content: 'Here' }, files });
  expect(sent).toMatchObject({ attachments: [{ filename: 'chart.png' }] });
});
