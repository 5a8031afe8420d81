import { describe, expect, it } from 'vitest';
import { startDiscordSimulator } from '../../simulator/discord/start.ts';
import { loadConfig } from '../../src/config.ts';
import { shardsWanted } from '../../src/main/shards.ts';
import { createLogger } from '../../src/platform/logger.ts';

const TOKEN = 'a-bot-token-for-tests';
const log = createLogger({ level: 'silent' });
const POSTGRES = { DATABASE_URL: 'postgres://baobei@127.0.0.1:5432/baobei' };

const discordWith = (shards: number) =>
  startDiscordSimulator({
    clock: { now: () => new Date() },
    application: { id: '1100000000000000001', name: 'baobei' },
    botToken: TOKEN,
    users: [],
    guilds: [],
    shards,
  });

describe('the number of processes', () => {
  it('is what Discord recommends, on a PostgreSQL server that they share', async () => {
    await using discord = await discordWith(3);
    const config = loadConfig({ ...POSTGRES, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    expect(await shardsWanted(config, log)).toBe(3);
  });

  it('cannot be several on the embedded database, which the start says with the remedy', async () => {
    await using discord = await discordWith(3);
    const config = loadConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    await expect(shardsWanted(config, log)).rejects.toThrow(
      /DATABASE_URL: [^\n]*3 processes[^\n]*PostgreSQL/,
    );
  });

  it('is one on the embedded database as long as Discord recommends no more', async () => {
    await using discord = await discordWith(1);
    const config = loadConfig({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    expect(await shardsWanted(config, log)).toBe(1);
  });

  it.each([
    ['without Discord', {}],
    ['while Discord cannot be asked', { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:1/api' }],
  ])('is one %s', async (_when, given) => {
    expect(await shardsWanted(loadConfig(given), log)).toBe(1);
  });
});
