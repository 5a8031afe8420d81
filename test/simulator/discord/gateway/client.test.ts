import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Bot, login, startBot } from '../support/bot.ts';
import { ANN, GENERAL, GUILD, STAFF, startDiscord } from '../support/guild.ts';
import { registerCommands } from '../support/scripted.ts';

/** What discord.js does about trouble takes it half a second and more. */
const PATIENCE = { timeoutMs: 20_000 };

async function answers(bot: Bot, line: string): Promise<void> {
  expect(await bot.discord.control.person(ANN).command(line)).toMatchObject({ acked: true });
}

const resumes = (bot: Bot): Promise<unknown> => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  bot.client.once(Events.ShardResume, resolve);
  return promise;
};

async function aBot(): Promise<Bot> {
  const bot = await startBot();
  await registerCommands(bot);
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('here');
  });
  return bot;
}

describe('discord.js on a gateway in trouble', () => {
  it.each<[string, (bot: Bot) => void]>([
    ['a connection that breaks', ({ discord }) => discord.control.dropGateway()],
    ['a request to reconnect', ({ discord }) => discord.control.reconnectGateway()],
    [
      'a session called invalid, to be resumed',
      ({ discord }) => discord.control.invalidateSessions({ resumable: true }),
    ],
  ])('resumes after %s', async (_what, trouble) => {
    await using bot = await aBot();
    const resumed = resumes(bot);
    trouble(bot);
    await resumed;
    await answers(bot, '/ping');
    expect(bot.discord.simulator.gateway.sessions.size).toBe(1);
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('hears of a command that was given while it was away', async () => {
    await using bot = await aBot();
    bot.discord.control.dropGateway();
    await bot.discord.control.until(() => bot.discord.control.connections === 0);
    await answers(bot, '/ping');
  });

  it('identifies anew when its session is over', async () => {
    await using bot = await aBot();
    const [before] = bot.discord.simulator.gateway.sessions.keys();
    bot.discord.control.invalidateSessions({ resumable: false });
    await bot.discord.control.until(() => {
      const [session] =
        bot.discord.control.connections === 1 ? bot.discord.simulator.gateway.sessions.keys() : [];
      return session !== undefined && session !== before;
    }, PATIENCE);
    await answers(bot, '/ping');
  });

  it('notices a connection through which nothing comes, and resumes', async () => {
    await using bot = await startBot({ timing: { heartbeatMs: 100, ackMs: 10_000 } });
    await registerCommands(bot);
    bot.on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('here');
    });
    bot.discord.control.deafenGateway();
    await answers(bot, '/ping');
  });

  it('serves each guild from its own shard', async () => {
    const other = String(BigInt(GUILD) + (1n << 22n));
    const channels = { [GUILD]: GENERAL, [other]: STAFF };
    const guilds = Object.entries(channels).map(([id, channel]) => ({
      ...{ id, name: id, ownerId: ANN, members: [ANN] },
      channels: [{ id: channel, name: 'general' }],
    }));
    await using bot = await startBot({ guilds, shards: 2 }, { shards: 'auto' });
    await registerCommands(bot);
    bot.on(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`shard ${interaction.guild?.shardId}`);
    });
    const ann = bot.discord.control.person(ANN);
    for (const channel of Object.values(channels)) await ann.command('/ping', channel);
    expect(bot.discord.control.connections).toBe(2);
    const shardOf = (id: string) => bot.client.guilds.cache.get(id)?.shardId;
    for (const [id, channel] of Object.entries(channels))
      expect(ann.sees(channel)).toBe(`shard ${shardOf(id)}\n`);
    expect(shardOf(GUILD)).not.toBe(shardOf(other));
  });

  it('is turned away for an intent that was not switched on', async () => {
    await using discord = await startDiscord();
    await expect(login(discord, { intents: ['MessageContent'] })).rejects.toThrow('disallowed intents');
  });
});
