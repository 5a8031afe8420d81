import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { appManifest } from '../../adapters/slack/manifest/app.ts';
import { CAST } from '../../simulator/demo/cast.ts';
import { DemoClock } from '../../simulator/demo/clock.ts';
import { pageSetup } from '../../simulator/demo/page-setup.ts';
import { seedDemo } from '../../simulator/demo/seed/seed.ts';
import { slackSeed } from '../../simulator/demo/slack-seed.ts';
import { simulatorPage } from '../../simulator/page/server/plugin.ts';
import { keepState, loadKept, simulatorFile } from '../../simulator/persistence.ts';
import { slackSimulator } from '../../simulator/slack/plugin.ts';
import { SlackSimulator } from '../../simulator/slack/simulator.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { type RunningProcess, startProcess } from './process.ts';

/** Where the stand-in for Slack stands on the process's own server. */
const SLACK_PREFIX = '/sim/slack';
/** Only the stand-in on this machine knows it. */
const BOT_TOKEN = 'xoxb-simulator';

/**
 * The real bot with its real adapter, talking over loopback to the stand-in for Slack, and the page that shows it. What
 * the stand-in remembers is kept in DATA_DIR beside the record, so that a restart goes on where it was.
 */
export async function startDemo(config: Config, log: Logger): Promise<RunningProcess> {
  await using stack = new AsyncDisposableStack();
  const demo = await openDemo(stack, config);
  const { clock, signingSecret } = demo;
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
        return pointedAtSimulator(given, url, signingSecret);
      },
    }),
  );
  const owned = stack.move();
  return { ...running, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

interface Demo {
  readonly clock: DemoClock;
  readonly simulator: SlackSimulator;
  readonly signingSecret: string;
  readonly save: () => Promise<void>;
  /** Known once the server listens. */
  url: string | undefined;
}

async function openDemo(stack: AsyncDisposableStack, config: Config): Promise<Demo> {
  const file = simulatorFile(config.database.dataDir);
  const kept = await loadKept(file);
  const clock = new DemoClock(systemClock, kept?.clockOffsetMs);
  const signingSecret = randomBytes(16).toString('hex');
  const simulator = new SlackSimulator({
    ...slackSeed(CAST),
    clock,
    botToken: BOT_TOKEN,
    signingSecret,
    manifest: appManifest('https://baobei.invalid'),
    requestUrl: () => demo.url && `${demo.url}/slack/events`,
    ...(kept ? { snapshot: kept.slack } : {}),
  });
  const keeping = stack.use(keepState(file, { simulator, clock }));
  const demo: Demo = { clock, simulator, signingSecret, save: () => keeping.save(), url: undefined };
  return demo;
}

async function demoRoutes(
  server: FastifyInstance,
  { clock, simulator, save }: Demo,
  round: () => Promise<void>,
): Promise<void> {
  await server.register(slackSimulator, { prefix: SLACK_PREFIX, simulator });
  await server.register(simulatorPage, {
    setup: pageSetup(`${SLACK_PREFIX}/control`),
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

const pointedAtSimulator = (config: Config, url: string, signingSecret: string): Config => ({
  ...config,
  slack: {
    botToken: BOT_TOKEN,
    signingSecret,
    apiUrl: `${url}${SLACK_PREFIX}/api/`,
    staffChannel: CAST.staffChannelId,
  },
});
