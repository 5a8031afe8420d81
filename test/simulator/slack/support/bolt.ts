import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackSimulatorOptions } from '../../../../simulator/slack/options.ts';
import type { RunningSlack } from '../../../../simulator/slack/start.ts';
import { silent } from './client.ts';
import { APP_TOKEN, aManifest, BOT_TOKEN, SECRET, startSlack } from './workspace.ts';

export interface Paired extends AsyncDisposable {
  readonly slack: RunningSlack;
  readonly app: App;
}

/** A real Bolt app over signed HTTP, joined to a stand-in. */
export async function boltOverHttp(over: Partial<SlackSimulatorOptions> = {}): Promise<Paired> {
  let port = 0;
  const slack = await startSlack({ requestUrl: () => `http://127.0.0.1:${port}/slack/events`, ...over });
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logger: silent });
  const app = boltApp(slack, receiver);
  const server = await receiver.start(0);
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  return {
    slack,
    app,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await receiver.stop();
      await slack[Symbol.asyncDispose]();
    },
  };
}

/** A real Bolt app in Socket Mode, connected before this resolves. */
export async function boltOverSocket(over: Partial<SlackSimulatorOptions> = {}): Promise<Paired> {
  const manifest = aManifest();
  const settings = { ...manifest.settings, socket_mode_enabled: true };
  const slack = await startSlack({ manifest: { ...manifest, settings }, ...over });
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    logger: silent,
    // Bolt waits this long before it reconnects.
    clientPingTimeout: 50,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = boltApp(slack, receiver);
  await receiver.start();
  return {
    slack,
    app,
    async [Symbol.asyncDispose]() {
      await receiver.stop();
      await slack.control.until(() => slack.control.connections === 0);
      await slack[Symbol.asyncDispose]();
    },
  };
}

function boltApp(slack: RunningSlack, receiver: HTTPReceiver | SocketModeReceiver): App {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  return new App({ token: BOT_TOKEN, receiver, logger: silent, clientOptions });
}
