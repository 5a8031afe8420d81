import { isIP } from 'node:net';
import { z } from 'zod';
import { LOCALES } from './chat/conversation.ts';
import type { AccountRef } from './chat/incoming.ts';

const DISCORD_APP = 'your application at https://discord.com/developers/applications';
const SLACK_APP = 'your app at https://api.slack.com/apps';

const startingWith = (prefix: string) =>
  z.string().startsWith(prefix, { error: `must begin with ${prefix}` });

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL like ${example}` });

const timeZone = z.string().refine(isTimeZone, { error: 'is not a time zone' });

const account = z
  .string()
  .regex(/^(slack:T[A-Z0-9]+:[UW][A-Z0-9]+|discord:\d{15,20})$/, {
    error: 'must be slack:T…:U…, or discord: and a user id',
  })
  .transform(accountRef);

/**
 * Every variable of the environment, and where its value comes from: the description is printed with each error.
 * `.env.example` lists the same ones.
 */
export const ENVIRONMENT = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name')
    .optional()
    .describe(
      'Give a PostgreSQL server of version 15 or later, or leave it out for the embedded database in DATA_DIR',
    ),
  DATA_DIR: z.string().default('./data').describe('Give a folder that this process may write to'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Give an address of this machine, or 0.0.0.0 for all of them'),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be 0 to 65535' })
    .max(65_535, { error: 'must be 0 to 65535' })
    .default(3000)
    .describe('Give a free port'),
  PUBLIC_URL: url(/^https?$/, 'https://baobei.example.com')
    .transform((value) => value.replace(/\/$/, ''))
    .optional()
    .describe(
      'Give the address under which people and systems outside reach this process, or leave it out for http://HOST:PORT',
    ),
  TRUSTED_PROXIES: z
    .string()
    .transform((value) => value.split(',').map((entry) => entry.trim()))
    .refine((entries) => entries.every((entry) => isIP(entry.split('/')[0] ?? '') > 0), {
      error: 'must be addresses or ranges, such as 10.0.0.0/8',
    })
    .optional()
    .describe('List the reverse proxies before this process, separated by commas, or leave it out for none'),
  SLACK_BOT_TOKEN: startingWith('xoxb-')
    .optional()
    .describe(`Copy the "Bot User OAuth Token" from "OAuth & Permissions" of ${SLACK_APP}`),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S{16,}$/, { error: 'is too short for a secret, or has spaces in it' })
    .optional()
    .describe(`Copy the "Signing Secret" from "Basic Information" of ${SLACK_APP}`),
  SLACK_APP_TOKEN: startingWith('xapp-')
    .optional()
    .describe(
      `Make an "App-Level Token" with the scope connections:write under "Basic Information" of ${SLACK_APP}`,
    ),
  SLACK_API_URL: url(/^https?$/, 'https://slack.com/api/')
    // Slack's client appends the method's name to it.
    .transform((value) => (value.endsWith('/') ? value : `${value}/`))
    .optional()
    .describe('Leave it out for Slack itself'),
  SLACK_STAFF_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, { error: 'must be a channel id like C0123456789, not a name' })
    .optional()
    .describe("Open the channel's details in Slack: its id stands at the bottom. Invite the bot to it"),
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S{20,}$/, { error: 'is too short for a token, or has spaces in it' })
    .optional()
    .describe(`Press "Reset Token" under "Bot" of ${DISCORD_APP} and copy it`),
  DISCORD_API_URL: url(/^https?$/, 'https://discord.com/api')
    .transform((value) => value.replace(/\/$/, ''))
    .optional()
    .describe('Leave it out for Discord itself'),
  DISCORD_STAFF_CHANNEL: z
    .string()
    .regex(/^\d{15,20}$/, { error: 'must be a channel id of digits only, not a name' })
    .optional()
    .describe(
      'Switch on "Developer Mode" in Discord\'s settings, then "Copy Channel ID" in the channel\'s menu',
    ),
  BOOTSTRAP_LEAD: account
    .optional()
    .describe(
      'In Slack: the profile\'s "Copy member ID", after the workspace id of https://app.slack.com/client/T…; in Discord: "Copy User ID" in your own menu, with "Developer Mode" on',
    ),
  DEFAULT_LOCALE: z
    .enum(LOCALES, { error: `must be one of ${LOCALES.join(', ')}` })
    .default('en')
    .describe('The language of people and channels that have not chosen one'),
  DEFAULT_TIME_ZONE: timeZone
    .default('Asia/Shanghai')
    .describe('Give a name of the list at https://en.wikipedia.org/wiki/List_of_tz_database_time_zones'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info')
    .describe('Leave it out for info'),
});

export type Environment = z.infer<typeof ENVIRONMENT>;

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function accountRef(text: string): AccountRef {
  const [platform, ...ids] = text.split(':');
  const [first = '', second = ''] = ids;
  if (platform === 'discord') return { platform, workspace: '', userId: first };
  return { platform: 'slack', workspace: first, userId: second };
}
