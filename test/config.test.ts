import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { ENVIRONMENT } from '../src/environment.ts';

const DISCORD = { DISCORD_TOKEN: 'a-token-of-some-length' };
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

describe('The configuration', () => {
  it('needs nothing: an embedded database, no chat platform, the simulator', () => {
    expect(loadConfig({})).toEqual({
      database: { dataDir: './data' },
      http: { host: '127.0.0.1', port: 3000 },
      defaults: { locale: 'en', timeZone: 'Asia/Shanghai' },
      logLevel: 'info',
    });
  });

  it('takes a variable that is set to nothing for one that is not set', () => {
    expect(loadConfig({ SLACK_BOT_TOKEN: '', PORT: ' ' })).toEqual(loadConfig({}));
  });

  it('reads a platform when its group is whole', () => {
    expect(loadConfig({ ...SLACK, SLACK_API_URL: 'http://127.0.0.1:9/api' }).slack).toEqual({
      botToken: 'xoxb-1',
      signingSecret: SLACK.SLACK_SIGNING_SECRET,
      apiUrl: 'http://127.0.0.1:9/api/',
    });
  });

  it('takes the address under which people reach it without a slash at the end', () => {
    expect(loadConfig({ PUBLIC_URL: 'https://bot.example/' }).publicUrl).toBe('https://bot.example');
  });

  it('takes the proxies before it as a list', () => {
    expect(loadConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).http.trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
  });

  it('reads Discord alone', () => {
    const given = { ...DISCORD, DISCORD_API_URL: 'http://127.0.0.1:9/api/' };
    expect(loadConfig(given).discord).toEqual({
      token: DISCORD.DISCORD_TOKEN,
      apiUrl: 'http://127.0.0.1:9/api',
    });
  });

  it.each([
    ['slack:T0AB:U0CD', { platform: 'slack', workspace: 'T0AB', userId: 'U0CD' }],
    ['discord:123456789012345678', { platform: 'discord', workspace: '', userId: '123456789012345678' }],
  ])('finds the first lead in %s', (BOOTSTRAP_LEAD, account) => {
    expect(loadConfig({ BOOTSTRAP_LEAD }).bootstrapLead).toEqual(account);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET', 'Signing Secret'],
    [{ SLACK_SIGNING_SECRET: SLACK.SLACK_SIGNING_SECRET }, 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    [{ SLACK_STAFF_CHANNEL: 'C0123' }, 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    [{ ...SLACK, SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN', 'must begin with xoxb-'],
    [{ ...SLACK, SLACK_STAFF_CHANNEL: '#staff' }, 'SLACK_STAFF_CHANNEL', 'not a name'],
    [{ DISCORD_STAFF_CHANNEL: '123456789012345678' }, 'DISCORD_TOKEN', 'Reset Token'],
    [{ ...DISCORD, DISCORD_STAFF_CHANNEL: '#staff' }, 'DISCORD_STAFF_CHANNEL', 'not a name'],
    [{ DISCORD_TOKEN: 'too short' }, 'DISCORD_TOKEN', 'Reset Token'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL', 'postgres://'],
    [{ TRUSTED_PROXIES: 'proxy' }, 'TRUSTED_PROXIES', 'addresses or ranges'],
    [{ PORT: 'http' }, 'PORT', 'must be a number'],
    [{ PORT: '70000' }, 'PORT', '65535'],
    [{ DEFAULT_LOCALE: 'fr' }, 'DEFAULT_LOCALE', 'en, zh'],
    [{ DEFAULT_TIME_ZONE: 'Beijing' }, 'DEFAULT_TIME_ZONE', 'not a time zone'],
    [{ BOOTSTRAP_LEAD: 'U0CD' }, 'BOOTSTRAP_LEAD', 'slack:T'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'silent'],
  ])('%o stops the start, naming %s and the remedy', (given, variable, remedy) => {
    expect(() => loadConfig(given)).toThrow(new RegExp(`${variable}: [^\\n]*${remedy}`));
  });

  it('names every problem at once', () => {
    expect(() => loadConfig({ PORT: 'x', SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
      /PORT: [\s\S]*SLACK_BOT_TOKEN: /,
    );
  });

  it('is the same in .env.example, each variable with a comment', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const variables = lines.flatMap((line) => /^#?([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(variables).toEqual(Object.keys(ENVIRONMENT.shape));
  });
});
