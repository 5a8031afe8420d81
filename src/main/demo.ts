import type { FastifyInstance } from 'fastify';
import { CAST } from '../../simulator/demo/cast.ts';
import { DemoClock } from '../../simulator/demo/clock.ts';
import { DISCORD_PLACES } from '../../simulator/demo/discord-seed.ts';
import { pageSetup } from '../../simulator/demo/page-setup.ts';
import { seedDemo } from '../../simulator/demo/seed/seed.ts';
import { discordSimulator } from '../../simulator/discord/plugin.ts';
import { ownSystem } from '../../simulator/own-system/plugin.ts';
import { simulatorPage } from '../../simulator/page/server/plugin.ts';
import { keepState, loadKept, simulatorFile } from '../../simulator/persistence.ts';
import { slackSimulator } from '../../simulator/slack/plugin.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { openStandIns, type StandIns } from './demo-stand-ins.ts';
import { type RunningProcess, startProcess } from './process.ts';

/** Where the stand-ins stand on the process's own server. */
const SLACK_PREFIX = '/sim/slack';
const DISCORD_PREFIX = '/sim/discord';
/** A provider's own system, which webhooks can be sent to. */
const OWN_SYSTEM_PATH = '/sim/own-system';

/**
 * The real bot with its real adapters, talking over loopback to the stand-ins for Slack and Discord, and the page that
 * shows both. What the stand-ins remember is kept in DATA_DIR beside the record, so that a restart goes on where it was.
 */
export async function startDemo(config: Config, log: Logger): Promise<RunningProcess> {
  await using stack = new AsyncDisposableStack();
  const demo = await openDemo(stack, config);
  const { clock } = demo;
  let running: RunningProcess | undefined;
  running = stack.use(
    await startProcess({
      config,
      clock,
      log,
      seed: async (app) => {
        if (await seedDemo(app, clock)) log.info({}, 'the demo was seeded');
      },
      prepare: (server) => demoRoutes(server, demo, () => running?.bot.round() ?? Promise.resolve()),
      settle: (given, url) => {
        demo.url = url;
        return pointedAtSimulator(given, url, demo.standIns);
      },
    }),
  );
  const owned = stack.move();
  return { ...running, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

interface Demo {
  readonly clock: DemoClock;
  readonly standIns: StandIns;
  readonly save: () => Promise<void>;
  /** Known once the server listens. */
  url: string | undefined;
}

async function openDemo(stack: AsyncDisposableStack, config: Config): Promise<Demo> {
  const file = simulatorFile(config.database.dataDir);
  const kept = await loadKept(file);
  const clock = new DemoClock(systemClock, kept?.clockOffsetMs);
  const requestUrl = () => demo.url && `${demo.url}/slack/events`;
  const standIns = openStandIns({ clock, kept, requestUrl });
  const keeping = stack.use(keepState(file, { ...standIns, clock }));
  const demo: Demo = { clock, standIns, save: () => keeping.save(), url: undefined };
  return demo;
}

async function demoRoutes(server: FastifyInstance, demo: Demo, round: () => Promise<void>): Promise<void> {
  const { clock, standIns, save } = demo;
  const { slack, discord } = standIns;
  await server.register(slackSimulator, { prefix: SLACK_PREFIX, simulator: slack });
  await server.register(discordSimulator, { prefix: DISCORD_PREFIX, simulator: discord });
  await server.register(ownSystem, {
    prefix: OWN_SYSTEM_PATH,
    path: OWN_SYSTEM_PATH,
    botUrl: () => demo.url,
  });
  await server.register(simulatorPage, {
    changes: { slack: slack.workspace, discord: discord.servers },
    setup: pageSetup({ slack: `${SLACK_PREFIX}/control`, discord: `${DISCORD_PREFIX}/control` }),
    clock: {
      now: () => clock.now(),
      moveTo: async (instant: Date) => {
        clock.moveTo(instant);
        await save();
        await round();
      },
    },
  });
}

function pointedAtSimulator(config: Config, url: string, { secrets }: StandIns): Config {
  return {
    ...config,
    slack: {
      botToken: secrets.slackToken,
      signingSecret: secrets.signingSecret,
      apiUrl: `${url}${SLACK_PREFIX}/api/`,
      staffChannel: CAST.staffChannelId,
    },
    discord: {
      token: secrets.discordToken,
      apiUrl: `${url}${DISCORD_PREFIX}/api`,
      staffChannel: DISCORD_PLACES.staffChannelId,
    },
  };
}
