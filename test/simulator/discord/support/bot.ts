import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { restOptions } from '../../../../adapters/discord/start/rest.ts';
import type { DiscordSimulatorOptions } from '../../../../simulator/discord/options.ts';
import type { RunningDiscord } from '../../../../simulator/discord/start.ts';
import { startDiscord, TOKEN } from './guild.ts';

export interface Bot extends AsyncDisposable {
  readonly discord: RunningDiscord;
  readonly client: Client<true>;
  /** What the bot does with each interaction. Errors of its own are thrown into the test's face. */
  on(handle: (interaction: Interaction) => unknown): void;
}

/** A plain discord.js client that is logged in to the stand-in. */
export async function startBot(
  over: Partial<DiscordSimulatorOptions> = {},
  options: Partial<ClientOptions> = {},
): Promise<Bot> {
  const discord = await startDiscord(over);
  const client = await login(discord, options);
  return {
    discord,
    client,
    on: (handle) => {
      client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
    },
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await discord[Symbol.asyncDispose]();
    },
  };
}

export async function login(
  discord: RunningDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    // discord.js leaves five seconds between two times of identifying, as Discord wants it.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    ...options,
    rest: { ...restOptions(discord.apiUrl), retries: 0, ...options.rest },
  });
  const { promise, resolve } = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, resolve);
  await client.login(TOKEN);
  return promise;
}
