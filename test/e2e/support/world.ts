import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appManifest } from '../../../adapters/slack/manifest/app.ts';
import { CAST } from '../../../simulator/demo/cast.ts';
import { seedOrganisations } from '../../../simulator/demo/seed/organisations.ts';
import { slackSeed } from '../../../simulator/demo/slack-seed.ts';
import type { Control } from '../../../simulator/slack/control/control.ts';
import type { Person } from '../../../simulator/slack/control/person.ts';
import { startSlackSimulator } from '../../../simulator/slack/start.ts';
import type { App } from '../../../src/app.ts';
import type { Config } from '../../../src/config.ts';
import { type RunningProcess, startProcess } from '../../../src/main/process.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { type TestClock, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';

export type Mode = 'http' | 'socket';

/** Slack's people by first name, all reading English, so that one set of words fits every test. */
export const NAMES = ['olivia', 'jingyi', 'linxiao', 'zhouming', 'wangfang', 'marcus', 'zhaomin'] as const;
export type Name = (typeof NAMES)[number];

/** The stand-in for Slack and the whole bot beside it, with the cast on record and no report yet. */
export interface World extends AsyncDisposable {
  readonly control: Control;
  readonly clock: TestClock;
  readonly person: (name: Name) => Person;
  readonly app: () => App;
  readonly bot: () => RunningProcess;
  /** Stops the process and starts it again over the same record. */
  restart(): Promise<void>;
}

export interface WorldOptions {
  readonly mode: Mode;
  readonly databaseUrl?: string;
  /** Where trouble is the point of the test, its log lines only hide the result. */
  readonly quiet?: boolean;
}

const SECRET = 'a-signing-secret-for-tests';

export async function startWorld({ mode, databaseUrl, quiet = false }: WorldOptions): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const clock = testClock('2026-04-30T02:00:00Z');
  const dataDir = await mkdtemp(join(tmpdir(), 'baobei-e2e-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  await copyTemplate(dataDir);
  let running: RunningProcess | undefined;
  const slack = stack.use(
    await startSlackSimulator({
      ...slackSeed(CAST),
      clock,
      botToken: 'xoxb-test',
      appToken: 'xapp-test',
      signingSecret: SECRET,
      manifest: appManifest(mode === 'http' ? 'https://bot.example' : undefined),
      requestUrl: () => running && `${running.url}/slack/events`,
    }),
  );
  const config: Config = {
    database: { dataDir, ...(databaseUrl ? { databaseUrl } : {}) },
    http: { host: '127.0.0.1', port: 0 },
    defaults: { locale: 'en', timeZone: 'Asia/Shanghai' },
    logLevel: 'warn',
    slack: {
      botToken: 'xoxb-test',
      apiUrl: slack.apiUrl,
      staffChannel: CAST.staffChannelId,
      ...(mode === 'http' ? { signingSecret: SECRET } : { appToken: 'xapp-test' }),
    },
  };
  const start = async () => {
    running = await startProcess({
      config,
      clock,
      log: createLogger({ level: quiet ? 'silent' : 'error' }),
      seed: seedCastOnce,
    });
  };
  await start();
  stack.defer(async () => running?.[Symbol.asyncDispose]());
  const owned = stack.move();
  const bot = (): RunningProcess => {
    if (!running) throw new Error('the bot is not running');
    return running;
  };
  return {
    control: slack.control,
    clock,
    person: (name) => slack.control.person(`U0${name.toUpperCase()}`),
    app: () => bot().app,
    bot,
    restart: async () => {
      await running?.[Symbol.asyncDispose]();
      await start();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Making an empty database takes seconds; every test begins from the same migrated one. */
async function copyTemplate(dataDir: string): Promise<void> {
  await using _database = await testDatabase(join(dataDir, 'pglite'));
}

async function seedCastOnce(app: App): Promise<void> {
  if ((await app.database.prisma.organisation.count()) > 0) return;
  await seedOrganisations(app.database.prisma, app.clock.now());
  await app.database.prisma.principal.updateMany({ data: { locale: 'en' } });
}
