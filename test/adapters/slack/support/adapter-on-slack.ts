import Fastify from 'fastify';
import { createSlackAdapter, type SlackAdapter } from '../../../../adapters/slack/adapter.ts';
import type { SlackCollaborators } from '../../../../adapters/slack/collaborators.ts';
import { slackManifest } from '../../../../adapters/slack/manifest/manifest.ts';
import type { SlackSimulatorOptions } from '../../../../simulator/slack/options.ts';
import { type RunningSlack, startSlackSimulator } from '../../../../simulator/slack/start.ts';
import { createMetrics, type Metrics } from '../../../../src/platform/metrics.ts';
import { FakeConversations } from '../../support/fake-conversations.ts';

export const LIN = 'U000LIN';
export const MAX = 'U000MAX';
export const BOT = 'U000BOT';
export const STAFF = 'C0STAFF';
export const ELSEWHERE = 'C0ELSEWHERE';
const BOT_TOKEN = 'xoxb-test';
const SECRET = 'a-signing-secret';

export interface Rig extends AsyncDisposable {
  readonly slack: RunningSlack;
  readonly adapter: SlackAdapter;
  readonly core: FakeConversations;
  /** Reasons for which requests were refused at the door, as `/metrics` counts them. */
  refusals(): Promise<readonly string[]>;
  readonly logged: string[];
}

export interface RigOptions {
  readonly slack?: Partial<SlackSimulatorOptions>;
  readonly adapter?: Partial<SlackCollaborators>;
}

/** The adapter joined to a stand-in of Slack over signed HTTP, as in production behind Fastify. */
export async function overHttp(options: RigOptions = {}): Promise<Rig> {
  let url: string | undefined;
  const slack = await startSlackSimulator(
    workspace(manifest('http://bot.test'), {
      requestUrl: () => url,
      ...options.slack,
    }),
  );
  const rig = await joined(slack, { ...options, tokens: { signingSecret: SECRET } });
  const fastify = Fastify({ forceCloseConnections: true });
  if (rig.adapter.plugin) await fastify.register(rig.adapter.plugin);
  url = `${await fastify.listen({ host: '127.0.0.1', port: 0 })}/slack/events`;
  return { ...rig, [Symbol.asyncDispose]: () => disposed(rig, async () => void (await fastify.close())) };
}

/** The same in Socket Mode. */
export async function overSocket(options: RigOptions = {}): Promise<Rig> {
  const slack = await startSlackSimulator(workspace(manifest(), options.slack));
  const rig = await joined(slack, { ...options, tokens: { appToken: 'xapp-test' } });
  return { ...rig, [Symbol.asyncDispose]: () => disposed(rig, async () => {}) };
}

export const BOTH_WAYS = [
  ['signed HTTP', overHttp],
  ['Socket Mode', overSocket],
] as const;

type Parts = Omit<Rig, typeof Symbol.asyncDispose>;

async function joined(
  slack: RunningSlack,
  { adapter: over, tokens }: RigOptions & { readonly tokens: object },
): Promise<Parts> {
  const core = new FakeConversations();
  const metrics = createMetrics();
  const logged: string[] = [];
  const adapter = createSlackAdapter({
    config: { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, ...tokens },
    conversations: core,
    log: logTo(logged),
    metrics,
    cards: { disturbed: async () => {}, undisturbed: async () => false },
    ...over,
  });
  await adapter.start();
  return { slack, adapter, core, logged, refusals: () => counted(metrics) };
}

async function counted({ requestsRefused }: Metrics): Promise<readonly string[]> {
  const { values } = await requestsRefused.get();
  return values.flatMap(({ labels, value }) => Array.from({ length: value }, () => String(labels.reason)));
}

async function disposed(rig: Parts, closeServer: () => Promise<void>): Promise<void> {
  await closeServer();
  await rig.adapter[Symbol.asyncDispose]();
  await rig.slack[Symbol.asyncDispose]();
}

function logTo(lines: string[]) {
  const write = (data: object, message: string) => {
    const error: unknown = 'err' in data ? data.err : undefined;
    lines.push(error === undefined ? message : `${message}: ${String(error)}`);
  };
  return { debug: () => {}, info: write, warn: write, error: write };
}

function manifest(address?: string) {
  return slackManifest({
    name: 'Baobei',
    description: 'Puts cooperation reports on record',
    commands: [{ area: 'report', description: 'Reports', usageHint: 'new | show <report>' }],
    ...(address ? { address } : {}),
  });
}

function workspace(
  app: ReturnType<typeof manifest>,
  over: Partial<SlackSimulatorOptions> = {},
): SlackSimulatorOptions {
  return {
    clock: { now: () => new Date() },
    team: { id: 'T0TEAM', name: 'Acme', domain: 'acme' },
    users: [
      { id: LIN, name: 'lin', tz: 'Asia/Shanghai', locale: 'zh-CN' },
      { id: MAX, name: 'max', tz: 'Europe/Berlin', locale: 'en-US' },
    ],
    channels: [
      { id: STAFF, name: 'staff', members: [LIN, MAX, BOT] },
      { id: ELSEWHERE, name: 'elsewhere', members: [MAX] },
    ],
    bot: { appId: 'A0APP', botId: 'B0BOT', userId: BOT, name: 'baobei' },
    botToken: BOT_TOKEN,
    appToken: 'xapp-test',
    signingSecret: SECRET,
    manifest: app,
    ...over,
  };
}
