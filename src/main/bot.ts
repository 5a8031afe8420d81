import type { App } from '../app.ts';
import { createRegistry } from '../chat/commands/registry.ts';
import type { Incoming, PlatformName } from '../chat/incoming.ts';
import { createTranslators } from '../chat/messages/translators.ts';
import type { PlatformPort } from '../chat/platform-port.ts';
import type { ReaderDefaults } from '../chat/reader.ts';
import type { Reply } from '../chat/reply.ts';
import { createConversations } from '../chat/router/conversations.ts';
import type { Conversations } from '../chat/router/ticket.ts';
import type { Config } from '../config.ts';
import type { DeliveryDeps, StaffChannel } from '../delivery/deps.ts';
import { startDelivery } from '../delivery/start.ts';
import { bootstrapLead } from '../people/actions/bootstrap-lead.ts';
import { startWebhooks } from '../services/webhooks/start.ts';
import { CARD_VIEWS, VOCABULARIES } from '../vocabularies.ts';
import { startRounds } from './rounds.ts';

/** A chat platform that has been connected. */
export interface ConnectedPlatform {
  readonly port: PlatformPort;
  start(): Promise<void>;
  /** Brings an answer for which the platform's own patience is over. */
  answerLate(incoming: Incoming, reply: Reply<string>): Promise<void>;
}

export interface BotParts {
  readonly app: App;
  readonly config: Config;
  /** Shared with the app, which fetches files through it. */
  readonly ports: Map<PlatformName, PlatformPort>;
  readonly connect: (conversations: Conversations) => readonly ConnectedPlatform[];
  /** Before this process could take a request. */
  readonly startedAt: Date;
}

export interface Bot {
  /** Carries out at once what time has made due; the rounds do it every minute. */
  round(): Promise<void>;
}

/** Conversations, deliveries and rounds over a running app. Everything stops with the stack. */
export async function startBot(stack: AsyncDisposableStack, parts: BotParts): Promise<Bot> {
  const { app, config, ports, connect, startedAt } = parts;
  const defaults = readerDefaults(config, app);
  const conversations = createConversations({ app, registry: createRegistry(VOCABULARIES), defaults });
  const platforms = connect(conversations);
  for (const { port } of platforms) ports.set(port.name, port);
  await firstLead(app, config);
  for (const platform of platforms) await platform.start();
  await startDelivery(stack, deliveryDeps({ app, config, defaults, ports }));
  await startWebhooks(app);
  const answer = async (incoming: Incoming, reply: Reply<string>) => {
    const platform = platforms.find(({ port }) => port.name === incoming.account.platform);
    await platform?.answerLate(incoming, reply);
  };
  const recover = (olderThan: Date) => conversations.recover({ olderThan, answer });
  return startRounds(stack, { app, startedAt, recover });
}

/** What a reader gets who has chosen nothing. */
export const readerDefaults = ({ defaults }: Config, { log }: App): ReaderDefaults => ({
  locale: defaults.locale,
  zone: defaults.timeZone,
  translators: createTranslators({ log }),
});

async function firstLead(app: App, { bootstrapLead: account }: Config): Promise<void> {
  if (!account) return;
  const made = await bootstrapLead(app, { account, platformName: 'Platform', leadName: account.userId });
  if (made) app.log.info({ account: account.userId }, 'the first staff lead is on record');
}

type Delivering = Pick<DeliveryDeps, 'app' | 'defaults' | 'ports'> & { readonly config: Config };

const deliveryDeps = ({ app, config, defaults, ports }: Delivering): DeliveryDeps => ({
  app,
  defaults,
  ports,
  views: new Map(CARD_VIEWS.map((view) => [view.name, view])),
  staffChannels: staffChannels(config),
});

function staffChannels({ slack, discord }: Config): readonly StaffChannel[] {
  return [
    ...(slack?.staffChannel ? [{ platform: 'slack' as const, channel: slack.staffChannel }] : []),
    ...(discord?.staffChannel ? [{ platform: 'discord' as const, channel: discord.staffChannel }] : []),
  ];
}
