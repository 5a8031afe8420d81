import { Client, Events, GatewayIntentBits } from 'discord.js';
import { restOptions } from '../../../../../adapters/discord/start/rest.ts';
import { COMMANDS, served } from './answers.ts';

export interface DiscordBotOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
}

/** A small bot that does nothing useful, but shows every kind of card and form. */
export async function startDiscordBot({ apiUrl, botToken }: DiscordBotOptions): Promise<AsyncDisposable> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    rest: { ...restOptions(apiUrl), retries: 0 },
  });
  const ready = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, ready.resolve);
  client.on(Events.InteractionCreate, (interaction) => void served(interaction));
  await client.login(botToken);
  const { application } = await ready.promise;
  await application.commands.set([...COMMANDS]);
  return { [Symbol.asyncDispose]: () => client.destroy() };
}
