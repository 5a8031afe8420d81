import Fastify from 'fastify';
import { Control } from './control/control.ts';
import type { SlackSimulatorOptions } from './options.ts';
import { slackSimulator } from './plugin.ts';
import { SlackSimulator } from './simulator.ts';

/** What a test holds in its hands. */
export interface RunningSlack extends AsyncDisposable {
  /** Without a slash at the end. The app's `SLACK_API_URL` is `${url}/api/`. */
  readonly url: string;
  readonly apiUrl: string;
  readonly control: Control;
  readonly simulator: SlackSimulator;
}

/** A stand-in on its own port of the loopback, for tests. `await using` stops it. */
export async function startSlackSimulator(
  options: SlackSimulatorOptions & { readonly port?: number },
): Promise<RunningSlack> {
  const simulator = new SlackSimulator(options);
  const fastify = Fastify({ forceCloseConnections: true });
  await fastify.register(slackSimulator, { simulator });
  const url = await fastify.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    url,
    apiUrl: `${url}/api/`,
    control: new Control(simulator),
    simulator,
    [Symbol.asyncDispose]: () => fastify.close(),
  };
}
