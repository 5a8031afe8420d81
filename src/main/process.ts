import type { RequestListener } from 'node:http';
import { keysPage } from '../../adapters/api/keys-page/plugin.ts';
import { providerApi } from '../../adapters/api/plugin.ts';
import { createDiscordAdapter } from '../../adapters/discord/adapter.ts';
import { appCommands } from '../../adapters/discord/commands/app.ts';
import type { StandingCards } from '../../adapters/shared/standing-cards.ts';
import { createSlackAdapter } from '../../adapters/slack/adapter.ts';
import { slackRoutes } from '../../adapters/slack/start/http-plugin.ts';
import type { App } from '../app.ts';
import type { PlatformName } from '../chat/incoming.ts';
import { notesOf } from '../chat/notes.ts';
import type { PlatformPort } from '../chat/platform-port.ts';
import type { Conversations } from '../chat/router/ticket.ts';
import type { Config, DiscordSettings, SlackSettings } from '../config.ts';
import { cardDisturbed, cardUndisturbed } from '../delivery/standing/disturbed.ts';
import { refreshSearch } from '../directory/actions/refresh-search.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { openApp } from './app.ts';
import { type Bot, type ConnectedPlatform, readerDefaults, startBot } from './bot.ts';
import { httpServer, operatorRoutes, type Readiness } from './server.ts';

export interface ProcessParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Adds the simulator's routes before the server listens. */
  readonly prepare?: (server: ReturnType<typeof httpServer>) => Promise<void>;
  /** What the settings become once the address is known; the simulator's API stands on this very server. */
  readonly settle?: (config: Config, url: string) => Config;
  /** Runs over the open record before any platform is connected. */
  readonly seed?: (app: App) => Promise<void>;
}

export interface RunningProcess extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  readonly app: App;
  readonly bot: Bot;
}

/** The whole bot in one process: record, queue, server, platforms, rounds. Disposing it stops them in reverse order. */
export async function startProcess(parts: ProcessParts): Promise<RunningProcess> {
  await using stack = new AsyncDisposableStack();
  const ports = new Map<PlatformName, PlatformPort>();
  let listening = '';
  const publicUrl = () => parts.config.publicUrl ?? listening;
  const app = await openApp(stack, { ...parts, ports, publicUrl });
  await parts.seed?.(app);
  await refreshSearch(app);
  const startedAt = parts.clock.now();
  const door = new SlackDoor();
  const readiness: Readiness = { app: undefined };
  const url = await listen(stack, { ...parts, app, door, readiness });
  listening = url;
  const config = parts.settle?.(parts.config, url) ?? parts.config;
  const connect = (conversations: Conversations) =>
    connectPlatforms(stack, { app, config, door, conversations });
  const bot = await startBot(stack, { app, config, ports, connect, startedAt });
  readiness.app = app;
  const owned = stack.move();
  return { url, app, bot, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Slack's requests may come before the adapter is there: they are told to come again. */
class SlackDoor {
  listener: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end();
  };
}

interface Listening extends ProcessParts {
  readonly app: App;
  readonly door: SlackDoor;
  readonly readiness: Readiness;
}

async function listen(
  stack: AsyncDisposableStack,
  { config, app, prepare, door, readiness }: Listening,
): Promise<string> {
  const server = httpServer(config.http);
  stack.defer(() => server.close());
  operatorRoutes(server, readiness);
  await server.register(slackRoutes((request, response) => door.listener(request, response)));
  const collaborators = { app, defaults: readerDefaults(config, app) };
  await server.register(providerApi, { prefix: '/api', ...collaborators });
  await server.register(keysPage, collaborators);
  await prepare?.(server);
  return server.listen(config.http);
}

interface Connecting {
  readonly app: App;
  readonly config: Config;
  readonly door: SlackDoor;
  readonly conversations: Conversations;
}

function connectPlatforms(stack: AsyncDisposableStack, connecting: Connecting): readonly ConnectedPlatform[] {
  const { slack, discord } = connecting.config;
  return [
    ...(slack ? [connectSlack(stack, slack, connecting)] : []),
    ...(discord ? [connectDiscord(stack, discord, connecting)] : []),
  ];
}

function connectDiscord(
  stack: AsyncDisposableStack,
  config: DiscordSettings,
  { app, conversations }: Connecting,
): ConnectedPlatform {
  return stack.use(
    createDiscordAdapter({
      config,
      conversations,
      notes: notesOf(app, 'discord'),
      commands: appCommands(),
      log: app.log,
      metrics: app.metrics,
      cards: standingCards(app),
    }),
  );
}

function connectSlack(
  stack: AsyncDisposableStack,
  settings: SlackSettings,
  { app, config, door, conversations }: Connecting,
): ConnectedPlatform {
  const adapter = stack.use(
    createSlackAdapter({
      config: { ...settings, defaultLocale: config.defaults.locale },
      conversations,
      log: app.log,
      metrics: app.metrics,
      cards: standingCards(app),
    }),
  );
  if (adapter.requestListener) door.listener = adapter.requestListener;
  return adapter;
}

const standingCards = (app: App): StandingCards => ({
  disturbed: (ref) => cardDisturbed(app, ref),
  undisturbed: (ref) => cardUndisturbed(app, ref),
});
