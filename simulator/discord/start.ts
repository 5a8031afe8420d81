import Fastify from 'fastify';
import { Control } from './control/control.ts';
import type { DiscordSimulatorOptions } from './options.ts';
import { discordSimulator } from './plugin.ts';
import { DiscordSimulator } from './simulator.ts';

/** What a test holds in its hands. */
export interface RunningDiscord extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** For discord.js: `rest: { api }`. */
  readonly apiUrl: string;
  readonly control: Control;
  readonly simulator: DiscordSimulator;
}

/** A stand-in on its own port of the loopback, for tests. `await using` stops it. */
export async function startDiscordSimulator(
  options: DiscordSimulatorOptions & { readonly port?: number },
): Promise<RunningDiscord> {
  const simulator = new DiscordSimulator(options);
  const fastify = Fastify({ forceCloseConnections: true });
  await fastify.register(discordSimulator, { simulator });
  const url = await fastify.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    url,
    apiUrl: `${url}/api`,
    control: new Control(simulator),
    simulator,
    [Symbol.asyncDispose]: () => fastify.close(),
  };
}
