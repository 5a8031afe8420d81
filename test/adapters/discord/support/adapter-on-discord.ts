import { createDiscordAdapter, type DiscordAdapter } from '../../../../adapters/discord/adapter.ts';
import type { DiscordCollaborators } from '../../../../adapters/discord/collaborators.ts';
import type { DiscordSimulatorOptions } from '../../../../simulator/discord/options.ts';
import { type RunningDiscord, startDiscordSimulator } from '../../../../simulator/discord/start.ts';
import type { Notes } from '../../../../src/chat/notes.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { FakeConversations } from '../../support/fake-conversations.ts';

export const APP = '1100000000000000001';
export const LIN = '1100000000000000010';
export const MAX = '1100000000000000011';
export const GUILD = '1100000000000000100';
export const GENERAL = '1100000000000000200';
export const STAFF = '1100000000000000201';
export const STAFF_ROLE = '1100000000000000300';
const TOKEN = 'a-bot-token';

export interface Rig extends AsyncDisposable {
  readonly discord: RunningDiscord;
  readonly adapter: DiscordAdapter;
  readonly core: FakeConversations;
  readonly notes: FakeNotes;
  /** How many interactions were refused because they had come before. */
  replays(): Promise<number>;
  readonly logged: string[];
}

export interface RigOptions {
  readonly discord?: Partial<DiscordSimulatorOptions>;
  readonly adapter?: Partial<DiscordCollaborators>;
  readonly config?: Partial<DiscordCollaborators['config']>;
}

/** Notes that this process keeps, and that the test may hand on to the next one. */
export class FakeNotes implements Notes {
  readonly kept = new Map<string, string>();
  writes = 0;

  async read(name: string): Promise<string | null> {
    return this.kept.get(name) ?? null;
  }

  async write(notes: Readonly<Record<string, string>>): Promise<void> {
    this.writes += 1;
    for (const [name, text] of Object.entries(notes)) this.kept.set(name, text);
  }
}

/** The adapter connected to a stand-in of Discord, over REST and gateway as in production. */
export async function onDiscord(options: RigOptions = {}): Promise<Rig> {
  const discord = await startDiscordSimulator(world(options.discord));
  const core = new FakeConversations();
  const metrics = createMetrics();
  const notes = new FakeNotes();
  const logged: string[] = [];
  const adapter = createDiscordAdapter({
    config: { token: TOKEN, apiUrl: discord.apiUrl, ...options.config },
    conversations: core,
    notes,
    commands: COMMANDS,
    log: logTo(logged),
    metrics,
    cards: { disturbed: async () => {}, undisturbed: async () => false },
    ...options.adapter,
  });
  const dispose = async () => {
    await adapter[Symbol.asyncDispose]();
    await discord[Symbol.asyncDispose]();
  };
  try {
    await adapter.start();
  } catch (error) {
    await dispose();
    throw error;
  }
  const replays = async () =>
    (await metrics.requestsRefused.get()).values.reduce((sum, { value }) => sum + value, 0);
  return { discord, adapter, core, notes, logged, replays, [Symbol.asyncDispose]: dispose };
}

function logTo(lines: string[]) {
  const write = (data: object, message: string) => {
    const error: unknown = 'err' in data ? data.err : undefined;
    lines.push(error === undefined ? message : `${message}: ${String(error)}`);
  };
  return { debug: () => {}, info: () => {}, warn: write, error: write };
}

const text = (name: string, required: boolean) => ({ type: 3, name, description: name, required });
const report = { ...text('report', false), autocomplete: true };
const verb = (name: string, ...options: readonly object[]) => ({ type: 1, name, description: name, options });

const COMMANDS = [
  {
    type: 1,
    name: 'report',
    description: 'Reports',
    options: [verb('list'), verb('show', report), verb('fill', report), verb('export', report)],
  },
  { type: 1, name: 'link', description: 'Link an account', options: [text('code', true)] },
];

function world(over: Partial<DiscordSimulatorOptions> = {}): DiscordSimulatorOptions {
  return {
    clock: { now: () => new Date() },
    application: { id: APP, name: 'baobei' },
    botToken: TOKEN,
    users: [
      { id: LIN, username: 'lin', tz: 'Asia/Shanghai', locale: 'zh-CN' },
      { id: MAX, username: 'max', tz: 'Europe/Berlin', locale: 'en-US' },
    ],
    guilds: [
      {
        id: GUILD,
        name: 'Partners',
        ownerId: LIN,
        members: [LIN, MAX],
        channels: [
          { id: GENERAL, name: 'general' },
          { id: STAFF, name: 'staff' },
        ],
      },
    ],
    ...over,
  };
}

export const ELSEWHERE = '1100000000000000400';

/** Another server has taken the bot in, where nobody of the programme is at home. */
export const twoServers = {
  guilds: [
    ...world().guilds,
    {
      id: '1100000000000000150',
      name: 'Elsewhere',
      ownerId: LIN,
      members: [LIN, MAX],
      channels: [{ id: ELSEWHERE, name: 'anybody' }],
    },
  ],
} satisfies Partial<DiscordSimulatorOptions>;

/** The staff channel is open to one role alone, by which the bot comes in as well. */
export const staffOnly = {
  guilds: [
    {
      id: GUILD,
      name: 'Partners',
      ownerId: LIN,
      members: [LIN, MAX],
      roles: [{ id: STAFF_ROLE, name: 'staff', members: [LIN, APP] }],
      channels: [
        { id: GENERAL, name: 'general' },
        { id: STAFF, name: 'staff', onlyFor: [STAFF_ROLE] },
      ],
    },
  ],
} satisfies Partial<DiscordSimulatorOptions>;
