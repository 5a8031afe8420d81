import Fastify from 'fastify';
import { CAST } from '../../../../simulator/demo/cast.ts';
import { discordSeed } from '../../../../simulator/demo/discord-seed.ts';
import { pageSetup } from '../../../../simulator/demo/page-setup.ts';
import { slackSeed } from '../../../../simulator/demo/slack-seed.ts';
import { discordSimulator } from '../../../../simulator/discord/plugin.ts';
import { DiscordSimulator } from '../../../../simulator/discord/simulator.ts';
import { simulatorPage } from '../../../../simulator/page/server/plugin.ts';
import type { AppManifest } from '../../../../simulator/slack/options.ts';
import { slackSimulator } from '../../../../simulator/slack/plugin.ts';
import { SlackSimulator } from '../../../../simulator/slack/simulator.ts';
import { startDiscordBot } from './discord/bot.ts';
import { type SlackBot, startSlackBot } from './slack/bot.ts';
import { FAKE_COMMANDS } from './slack/commands.ts';

const BOT_TOKEN = 'xoxb-page';
const SECRET = 'page-secret';
const DISCORD_TOKEN = 'page.discord.token';

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
  readonly slack: SlackSimulator;
  readonly discord: DiscordSimulator;
}

/** The page with both stand-ins and a fake bot behind each, on one port of the loopback. */
export async function servePage(): Promise<Served> {
  await using stack = new AsyncDisposableStack();
  const clock = testClock(new Date('2026-05-06T02:00:00Z'));
  let bot: SlackBot | undefined;
  const slack = new SlackSimulator({
    ...slackSeed(CAST),
    clock,
    botToken: BOT_TOKEN,
    signingSecret: SECRET,
    manifest: MANIFEST,
    requestUrl: () => bot?.eventsUrl,
  });
  const discord = new DiscordSimulator({
    ...discordSeed(CAST),
    clock,
    botToken: DISCORD_TOKEN,
    timing: { ackMs: 1_000 },
  });
  const fastify = Fastify({ forceCloseConnections: true });
  stack.defer(() => fastify.close());
  await fastify.register(slackSimulator, { prefix: '/slack', simulator: slack });
  await fastify.register(discordSimulator, { prefix: '/discord', simulator: discord });
  await fastify.register(simulatorPage, {
    clock,
    changes: { slack: slack.workspace, discord: discord.servers },
    setup: pageSetup({ slack: '/slack/control', discord: '/discord/control' }),
    reset: async () => undefined,
  });
  const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
  bot = stack.use(
    await startSlackBot({ apiUrl: `${url}/slack/api/`, botToken: BOT_TOKEN, signingSecret: SECRET }),
  );
  stack.use(await startDiscordBot({ apiUrl: `${url}/discord/api`, botToken: DISCORD_TOKEN }));
  const owned = stack.move();
  return { url, slack, discord, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
