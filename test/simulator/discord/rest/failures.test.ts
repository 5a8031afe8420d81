import { DiscordAPIError, HTTPError, type RateLimitData } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../simulator/discord/rest/failures/failures.ts';
import { type Bot, startBot } from '../support/bot.ts';
import { GENERAL, startDiscord } from '../support/guild.ts';
import { rest } from '../support/rest.ts';

const POST = `POST /channels/${GENERAL}/messages` as const;

async function send(bot: Bot, content: string): Promise<unknown> {
  const channel = await bot.client.channels.fetch(GENERAL);
  if (!channel?.isSendable()) throw new Error('not a channel to write in');
  return channel.send(content);
}

describe('a call that fails as planned', () => {
  it.each<[string, Failure, unknown, number]>([
    ['an error of its own', { kind: 'error', status: 403, code: 50013 }, DiscordAPIError, 0],
    ['a server that stumbles', { kind: 'http-500' }, HTTPError, 0],
    ['a connection that breaks', { kind: 'reset' }, Error, 0],
    ['an answer that is lost on its way', { kind: 'lost-answer' }, Error, 1],
  ])('%s reaches discord.js', async (_what, failure, thrown, posted) => {
    await using bot = await startBot();
    bot.discord.control.failNext('createMessage', failure);
    await expect(send(bot, 'first')).rejects.toThrow(thrown as typeof Error);
    const { messages } = bot.discord.control.snapshot();
    expect(messages[GENERAL] ?? []).toHaveLength(posted);
    await send(bot, 'second');
    expect(bot.discord.control.violations).toEqual([]);
  });

  it.each([
    ['of one route', false],
    ['of the whole bot', true],
  ])('a limit %s is waited out', async (_what, global) => {
    await using bot = await startBot();
    const limited: RateLimitData[] = [];
    bot.client.rest.on('rateLimited', (data) => limited.push(data));
    bot.discord.control.failNext('createMessage', { kind: 'rate-limit', retryAfterSeconds: 0.1, global });
    await send(bot, 'late');
    expect(bot.discord.control.calls('createMessage').map(({ status }) => status)).toEqual([429, 200]);
    expect(limited).toMatchObject([{ global }]);
    expect(bot.discord.control.violations).toEqual([]);
  });
});

describe("Discord's buckets", () => {
  it('are told of in headers, and refuse nobody unless asked to', async () => {
    await using discord = await startDiscord();
    const answers = [];
    for (const content of '1234567') answers.push(await rest(discord, POST, { body: { content } }));
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(200));
    const [first] = answers;
    expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '4',
      'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-ratelimit-reset-after': expect.stringMatching(/^\d+\.\d{3}$/),
    });
  });

  it('refuse the sixth message in five seconds where they are real, in that channel alone', async () => {
    const now = new Date();
    await using discord = await startDiscord({ realRateLimits: true, wireClock: { now: () => now } });
    for (const content of '12345') await rest(discord, POST, { body: { content } });
    const refused = await rest(discord, POST, { body: { content: '6' } });
    expect(refused).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
    expect(discord.control.violations).toEqual([]);
    now.setSeconds(now.getSeconds() + 6);
    expect((await rest(discord, POST, { body: { content: '7' } })).status).toBe(200);
  });

  it('refuse the fifty-first request in a second, for everything', async () => {
    const now = new Date();
    await using discord = await startDiscord({ realRateLimits: true, wireClock: { now: () => now } });
    const answers = [];
    for (let index = 0; index < 51; index += 1) answers.push(await rest(discord, `GET /users/${index}`));
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { global: true } });
    expect(answers.at(-1)?.headers.get('x-ratelimit-global')).toBe('true');
  });
});
