import { Events, type Interaction } from 'discord.js';
import type { DiscordSimulatorOptions } from '../../../../simulator/discord/options.ts';
import { type Bot, startBot } from './bot.ts';
import { type Answered, type Returned, rest } from './rest.ts';

/** What Discord sent, and how a test answers it by hand. */
export interface Received {
  readonly id: string;
  readonly token: string;
  readonly interaction: Interaction;
  callback(body: unknown, query?: string): Promise<Answered>;
  followup(body: unknown, files?: Readonly<Record<string, string>>): Promise<Answered>;
  edit(message: string, body: unknown): Promise<Answered>;
  fetch(message: string): Promise<Answered>;
  remove(message: string): Promise<Answered>;
}

export interface Scripted extends Bot {
  readonly received: readonly Received[];
  /** Waits for the next one that nobody has taken yet. */
  next(): Promise<Received>;
}

/** A bot that answers nothing by itself. */
export async function scriptedBot(over: Partial<DiscordSimulatorOptions> = {}): Promise<Scripted> {
  const bot = await startBot(over);
  const received: Received[] = [];
  let taken = 0;
  bot.client.on(Events.InteractionCreate, (interaction) => {
    received.push(byHand(bot, interaction));
    bot.discord.simulator.servers.changed('interactions');
  });
  return {
    ...bot,
    received,
    async next() {
      const found = await bot.discord.control.until(() => received[taken], { what: 'an interaction' });
      taken += 1;
      return found;
    },
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
}

function byHand({ discord, client }: Bot, interaction: Interaction): Received {
  const { id, token } = interaction;
  const hook = `/webhooks/${client.application.id}/${token}` as const;
  return {
    ...{ id, token, interaction },
    callback: (body, query = '') =>
      rest(discord, `POST /interactions/${id}/${token}/callback${query}`, { body, token: null }),
    followup: (body, files) =>
      rest(discord, `POST ${hook}`, { body, token: null, ...(files ? { files } : {}) }),
    edit: (message, body) => rest(discord, `PATCH ${hook}/messages/${message}`, { body, token: null }),
    fetch: (message) => rest(discord, `GET ${hook}/messages/${message}`, { token: null }),
    remove: (message) => rest(discord, `DELETE ${hook}/messages/${message}`, { token: null }),
  };
}

/** `/ping [words]`, `/case show|list`, `/case standard add`: every shape of a command. */
export async function registerCommands({ discord, client }: Bot, commands: readonly object[] = COMMANDS) {
  return rest<readonly Returned[] & Returned>(
    discord,
    `PUT /applications/${client.application.id}/commands`,
    { body: commands },
  );
}

const words = { type: 3, name: 'words', description: 'What to say' };

const COMMANDS = [
  { name: 'ping', description: 'Answers', options: [words] },
  {
    name: 'case',
    description: 'Cases',
    options: [
      {
        type: 1,
        name: 'show',
        description: 'One of them',
        options: [
          { type: 3, name: 'id', description: 'Its number', required: true, autocomplete: true },
          { type: 4, name: 'page', description: 'Which page', min_value: 1, max_value: 9 },
          { type: 3, name: 'as', description: 'How', choices: [{ name: 'A table', value: 'table' }] },
        ],
      },
      {
        type: 2,
        name: 'standard',
        description: 'Standards',
        options: [{ type: 1, name: 'add', description: 'One more', options: [words] }],
      },
    ],
  },
  { name: 'here', description: 'In servers only', contexts: [0] },
];
