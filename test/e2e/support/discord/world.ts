import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAST } from '../../../../simulator/demo/cast.ts';
import { DISCORD_PLACES, discordSeed } from '../../../../simulator/demo/discord-seed.ts';
import { seedOrganisations } from '../../../../simulator/demo/seed/organisations.ts';
import type { Control } from '../../../../simulator/discord/control/control.ts';
import type { DiscordSimulatorOptions } from '../../../../simulator/discord/options.ts';
import { startDiscordSimulator } from '../../../../simulator/discord/start.ts';
import type { App } from '../../../../src/app.ts';
import type { Config } from '../../../../src/config.ts';
import { type RunningProcess, startProcess } from '../../../../src/main/process.ts';
import { createLogger } from '../../../../src/platform/logger.ts';
import { type TestClock, testClock } from '../../../support/app.ts';
import { testDatabase } from '../../../support/database.ts';

const TOKEN = 'a-bot-token-for-tests';

/** The stand-in for Discord and the whole bot beside it, Discord alone, with the cast on record and no report yet. */
export interface DiscordWorld extends AsyncDisposable {
  readonly control: Control;
  readonly clock: TestClock;
  readonly app: () => App;
  readonly bot: () => RunningProcess;
  /** Stops the process and starts it again over the same record. */
  restart(): Promise<void>;
}

export async function startDiscordWorld(over: Partial<DiscordSimulatorOptions> = {}): Promise<DiscordWorld> {
  await using stack = new AsyncDisposableStack();
  const clock = testClock('2026-04-30T02:00:00Z');
  const dataDir = await mkdtemp(join(tmpdir(), 'baobei-e2e-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  await copyTemplate(dataDir);
  const discord = stack.use(
    await startDiscordSimulator({ ...discordSeed(CAST), clock, botToken: TOKEN, ...over }),
  );
  const config: Config = {
    database: { dataDir },
    http: { host: '127.0.0.1', port: 0 },
    defaults: { locale: 'en', timeZone: 'Asia/Shanghai' },
    logLevel: 'warn',
    discord: { token: TOKEN, apiUrl: discord.apiUrl, staffChannel: DISCORD_PLACES.staffChannelId },
  };
  let running: RunningProcess | undefined;
  const start = async () => {
    const log = createLogger({ level: 'error' });
    running = await startProcess({ config, clock, log, seed: seedCastOnce });
  };
  await start();
  stack.defer(async () => running?.[Symbol.asyncDispose]());
  const owned = stack.move();
  const bot = (): RunningProcess => {
    if (!running) throw new Error('the bot is not running');
    return running;
  };
  return {
    control: discord.control,
    clock,
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

/** The cast is on record with accounts on one platform or both; here everybody has theirs on Discord alone. */
async function seedCastOnce({ database: { prisma }, clock }: App): Promise<void> {
  if ((await prisma.organisation.count()) > 0) return;
  await seedOrganisations(prisma, clock.now());
  await prisma.principal.updateMany({ data: { locale: 'en' } });
  const accounts = await prisma.chatAccount.findMany({ where: { platform: 'slack' } });
  await prisma.chatAccount.deleteMany();
  await prisma.chatAccount.createMany({
    data: accounts.flatMap((account) => {
      const person = CAST.people.find(({ principalId }) => principalId === account.principalId);
      const { discordUserId: userId } = person ?? {};
      return userId ? [{ ...account, platform: 'discord', workspace: '', userId }] : [];
    }),
  });
}

/** The id of one of the cast on Discord, by first name. */
export function discordIdOf(name: string): string {
  const person = CAST.people.find(({ principalId }) => principalId === `pr_${name}`);
  if (!person) throw new Error(`nobody of the cast is called ${name}`);
  return person.discordUserId;
}
