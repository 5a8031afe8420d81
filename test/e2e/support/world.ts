import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { CAST } from '../../../simulator/demo/cast.ts';
import { DISCORD_PLACES } from '../../../simulator/demo/discord-seed.ts';
import { seedOrganisations } from '../../../simulator/demo/seed/organisations.ts';
import type { DiscordSimulatorOptions } from '../../../simulator/discord/options.ts';
import type { App } from '../../../src/app.ts';
import type { PlatformName } from '../../../src/chat/incoming.ts';
import type { Config } from '../../../src/config.ts';
import { type RunningProcess, startProcess } from '../../../src/main/process.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { type TestClock, testClock } from '../../support/app.ts';
import { embeddedDatabase } from '../../support/database.ts';
import { DiscordScreen } from './discord-screen.ts';
import { dueJobs } from './due-jobs.ts';
import type { Screen } from './screen.ts';
import { SlackScreen } from './slack-screen.ts';
import { DISCORD_TOKEN, type Mode, SLACK_SECRET, type StandIns, startStandIns } from './stand-ins.ts';

/** Some of the cast by first name, all reading English, so that one set of words fits every test. */
export const NAMES = ['olivia', 'jingyi', 'linxiao', 'zhouming', 'wangfang', 'marcus', 'zhaomin'] as const;
export type Name = (typeof NAMES)[number];

const SOON = { timeout: 20_000, interval: 50 };

/** On which platform each side of a case is. */
export interface Placing {
  readonly store: PlatformName;
  readonly provider: PlatformName;
  readonly staff: PlatformName;
}

export const ALL_ON = (platform: PlatformName): Placing => ({
  store: platform,
  provider: platform,
  staff: platform,
});

/** The stand-ins that somebody is on and the whole bot beside them, with the cast on record and no report yet. */
export interface World extends AsyncDisposable {
  readonly clock: TestClock;
  readonly screen: (name: Name) => Screen;
  readonly standIns: StandIns;
  readonly app: () => App;
  readonly bot: () => RunningProcess;
  /** Everything invalid that the bot did, on any platform. A good run ends with none. */
  readonly violations: () => readonly unknown[];
  /** Resolves when nothing is owed any more: what stands on a screen is also on record then. */
  settled(): Promise<void>;
  /** Stops the process and starts it again over the same record. */
  restart(): Promise<void>;
}

export interface WorldOptions {
  /** How Slack reaches the bot. */
  readonly mode?: Mode;
  readonly placing?: Placing;
  readonly databaseUrl?: string;
  /** How Discord is. */
  readonly discord?: Partial<DiscordSimulatorOptions>;
  /** Where trouble is the point of the test, its log lines only hide the result. */
  readonly quiet?: boolean;
}

export async function startWorld({
  mode = 'http',
  placing = ALL_ON('slack'),
  databaseUrl,
  discord = {},
  quiet = false,
}: WorldOptions): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const clock = testClock('2026-04-30T02:00:00Z');
  const dataDir = await mkdtemp(join(tmpdir(), 'baobei-e2e-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  if (databaseUrl === undefined) await copyTemplate(dataDir);
  let running: RunningProcess | undefined;
  const platforms = new Set(Object.values(placing));
  const standIns = await startStandIns(stack, {
    platforms,
    clock,
    mode,
    discord,
    botUrl: () => running?.url,
  });
  const config: Config = {
    database: { dataDir, ...(databaseUrl ? { databaseUrl } : {}) },
    http: { host: '127.0.0.1', port: 0 },
    defaults: { locale: 'en', timeZone: 'Asia/Shanghai' },
    logLevel: 'warn',
    ...platformSettings(standIns, mode),
  };
  const log = createLogger({ level: quiet ? 'silent' : 'error' });
  const start = async () => {
    running = await startProcess({ config, clock, log, seed: (app) => seedCastOnce(app, placing) });
  };
  await start();
  stack.defer(async () => running?.[Symbol.asyncDispose]());
  const owned = stack.move();
  const bot = (): RunningProcess => {
    if (!running) throw new Error('the bot is not running');
    return running;
  };
  return {
    clock,
    screen: (name) => screenOf(standIns, placing, name),
    standIns,
    app: () => bot().app,
    bot,
    violations: () => [...(standIns.slack?.violations ?? []), ...(standIns.discord?.violations ?? [])],
    settled: () => vi.waitFor(async () => expect(await dueJobs(bot().app.database)).toEqual([]), SOON),
    restart: async () => {
      await running?.[Symbol.asyncDispose]();
      await start();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function platformSettings({ slack, discord, slackUrl, discordUrl }: StandIns, mode: Mode): Partial<Config> {
  return {
    ...(slack &&
      slackUrl && {
        slack: {
          botToken: 'xoxb-test',
          apiUrl: slackUrl,
          staffChannel: CAST.staffChannelId,
          ...(mode === 'http' ? { signingSecret: SLACK_SECRET } : { appToken: 'xapp-test' }),
        },
      }),
    ...(discord &&
      discordUrl && {
        discord: { token: DISCORD_TOKEN, apiUrl: discordUrl, staffChannel: DISCORD_PLACES.staffChannelId },
      }),
  };
}

const SIDES = { STORE: 'store', PROVIDER: 'provider', STAFF: 'staff', AUDITOR: 'staff' } as const;

function platformOf(placing: Placing, role: string): PlatformName {
  const side = Object.entries(SIDES).find(([prefix]) => role.startsWith(prefix))?.[1] ?? 'staff';
  return placing[side];
}

const member = (name: Name) => {
  const found = CAST.people.find(({ principalId }) => principalId === `pr_${name}`);
  if (!found) throw new Error(`${name} is not in the cast`);
  return found;
};

function screenOf({ slack, discord }: StandIns, placing: Placing, name: Name): Screen {
  const { role, slackUserId, discordUserId } = member(name);
  const onSlack = platformOf(placing, role ?? '') === 'slack';
  if (onSlack && slack) return new SlackScreen(slack, slack.person(slackUserId));
  if (!onSlack && discord) return new DiscordScreen(discord, discord.person(discordUserId));
  throw new Error(`nobody is on the platform of ${name}`);
}

/** Making an empty database takes seconds; every test begins from the same migrated one. */
async function copyTemplate(dataDir: string): Promise<void> {
  await using _database = await embeddedDatabase(join(dataDir, 'pglite'));
}

async function seedCastOnce(app: App, placing: Placing): Promise<void> {
  const { prisma } = app.database;
  if ((await prisma.organisation.count()) > 0) return;
  const linkedAt = app.clock.now();
  await seedOrganisations(prisma, linkedAt);
  await prisma.principal.updateMany({ data: { locale: 'en' } });
  await prisma.chatAccount.deleteMany();
  await prisma.chatAccount.createMany({
    data: CAST.people.flatMap(({ principalId, role, slackUserId, discordUserId }) => {
      if (principalId === null) return [];
      const onSlack = platformOf(placing, role ?? '') === 'slack';
      const account = onSlack
        ? { platform: 'slack', workspace: CAST.team.id, userId: slackUserId }
        : { platform: 'discord', workspace: '', userId: discordUserId };
      return [{ ...account, principalId, linkedAt }];
    }),
  });
}
