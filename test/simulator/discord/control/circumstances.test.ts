import { type ClientEvents, Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../../simulator/discord/control/circumstances.ts';
import { type Bot, startBot } from '../support/bot.ts';
import { ANN, BEN, GENERAL, GUILD, STAFF, STAFF_ROLE, startDiscord } from '../support/guild.ts';
import { rest } from '../support/rest.ts';

type Told = { [Name in keyof ClientEvents]: (...told: ClientEvents[Name]) => unknown };

function heard<Name extends keyof ClientEvents>(
  { client }: Bot,
  name: Name,
  told: Told[Name],
): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  client.once(name, (...args) => resolve(told(...args)));
  return promise;
}

describe('the app is told that', () => {
  it.each<[string, (bot: Bot) => Promise<unknown>, (world: Circumstances) => void, string]>([
    [
      'a channel is gone',
      (bot) => heard(bot, Events.ChannelDelete, ({ id }) => id),
      (world) => world.deleteChannel(GENERAL),
      GENERAL,
    ],
    [
      'a role is gone',
      (bot) => heard(bot, Events.GuildRoleDelete, ({ id }) => id),
      (world) => world.deleteRole(GUILD, STAFF_ROLE),
      STAFF_ROLE,
    ],
    [
      'a channel was closed to it',
      (bot) => heard(bot, Events.ChannelUpdate, (_old, { id }) => id),
      (world) => world.withhold(STAFF, ['SEND_MESSAGES']),
      STAFF,
    ],
    [
      'it was thrown out',
      (bot) => heard(bot, Events.GuildDelete, ({ id }) => id),
      (world) => world.removeApp(GUILD),
      GUILD,
    ],
  ])('%s', async (_what, listen, happens, id) => {
    await using bot = await startBot();
    const told = listen(bot);
    happens(bot.discord.control.circumstances);
    expect(await told).toBe(id);
  });

  it('it was taken in again', async () => {
    await using bot = await startBot();
    const left = heard(bot, Events.GuildDelete, ({ id }) => id);
    bot.discord.control.circumstances.removeApp(GUILD);
    await left;
    const joined = heard(bot, Events.GuildCreate, ({ id }) => id);
    bot.discord.control.circumstances.installApp(GUILD);
    expect(await joined).toBe(GUILD);
    expect((await rest(bot.discord, `GET /channels/${GENERAL}`)).status).toBe(200);
  });
});

describe('people', () => {
  it('lose sight of a channel with the role that opened it', async () => {
    await using discord = await startDiscord();
    const { circumstances } = discord.control;
    circumstances.join(GUILD, ANN, [STAFF_ROLE]);
    discord.control.person(BEN).say('for staff', { channel: STAFF });
    expect(discord.control.person(ANN).sees()).toContain('for staff');
    circumstances.deleteRole(GUILD, STAFF_ROLE);
    expect(discord.control.person(ANN).sees()).not.toContain('for staff');
  });

  it('who left see nothing of the guild, and can come back', async () => {
    await using discord = await startDiscord();
    discord.control.person(BEN).say('for all', { channel: GENERAL });
    discord.control.circumstances.leave(GUILD, ANN);
    expect(discord.control.person(ANN).sees()).not.toContain('for all');
    discord.control.circumstances.join(GUILD, ANN);
    expect(discord.control.person(ANN).sees()).toContain('for all');
  });

  it.each([
    ['somebody', (world: Circumstances) => world.blockDirect('42')],
    ['a channel', (world: Circumstances) => world.deleteChannel('42')],
    ['a guild', (world: Circumstances) => world.leave('42', ANN)],
    ['a message', (world: Circumstances) => world.deleteMessage(GENERAL, '42')],
  ])('cannot be arranged around %s that is not there', async (_what, arrange) => {
    await using discord = await startDiscord();
    expect(() => arrange(discord.control.circumstances)).toThrow(/there is (no|nobody)/);
  });
});
