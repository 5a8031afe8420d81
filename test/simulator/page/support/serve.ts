import Fastify from 'fastify';
import { CAST } from '../../../../simulator/demo/cast.ts';
import { pageSetup } from '../../../../simulator/demo/page-setup.ts';
import { slackSeed } from '../../../../simulator/demo/slack-seed.ts';
import { simulatorPage } from '../../../../simulator/page/server/plugin.ts';
import type { AppManifest } from '../../../../simulator/slack/options.ts';
import { slackSimulator } from '../../../../simulator/slack/plugin.ts';
import { SlackSimulator } from '../../../../simulator/slack/simulator.ts';
import { type FakeBot, startFakeBot } from './fake-bot.ts';
import { FAKE_COMMANDS } from './fake-commands.ts';

const BOT_TOKEN = 'xoxb-page';
const SECRET = 'page-secret';

const MANIFEST: AppManifest = {
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: FAKE_COMMANDS,
  },
  oauth_config: {
    scopes: { bot: ['chat:write', 'commands', 'im:write', 'im:history', 'files:read', 'users:read'] },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'message.im'] },
    interactivity: { is_enabled: true },
  },
};

/** A clock that goes on from wherever it was set. */
function testClock(start: Date) {
  let offsetMs = start.getTime() - performance.now();
  return {
    now: () => new Date(offsetMs + performance.now()),
    moveTo: (instant: Date) => {
      offsetMs = instant.getTime() - performance.now();
    },
  };
}

export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly simulator: SlackSimulator;
}

/** The page with the Slack stand-in and the fake bot behind it, on one port of the loopback. */
export async function servePage({ port = 0 }: { readonly port?: number } = {}): Promise<Served> {
  const clock = testClock(new Date('2026-05-06T02:00:00Z'));
  let bot: FakeBot | undefined;
  const simulator = new SlackSimulator({
    ...slackSeed(CAST),
    clock,
    botToken: BOT_TOKEN,
    signingSecret: SECRET,
    manifest: MANIFEST,
    requestUrl: () => bot?.eventsUrl,
  });
  const fastify = Fastify({ forceCloseConnections: true });
  await fastify.register(slackSimulator, { prefix: '/slack', simulator });
  await fastify.register(simulatorPage, {
    clock,
    setup: pageSetup('/slack/control'),
    reset: async () => undefined,
  });
  const url = await fastify.listen({ host: '127.0.0.1', port });
  bot = await startFakeBot({ apiUrl: `${url}/slack/api/`, botToken: BOT_TOKEN, signingSecret: SECRET });
  return {
    url,
    simulator,
    async [Symbol.asyncDispose]() {
      await bot?.[Symbol.asyncDispose]();
      await fastify.close();
    },
  };
}
