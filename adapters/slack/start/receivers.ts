import type { RequestListener, ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackConfig, SlackMetrics } from '../collaborators.ts';
import { ReplayRefused } from '../serve/admit.ts';
import { refusalOf } from './refused.ts';

/** Where Slack posts to in HTTP mode. */
export const EVENTS_PATH = '/slack/events';

interface Doors {
  readonly receiver: Receiver;
  /** Takes the requests to `/slack/events`; none in Socket Mode. */
  readonly requestListener?: RequestListener;
}

interface DoorParts {
  readonly config: SlackConfig;
  readonly logger: Logger;
  readonly metrics: SlackMetrics;
}

/** An app token stands for Socket Mode, a signing secret for HTTP. Throws when there is neither. */
export function openDoors(parts: DoorParts): Doors {
  const { appToken, signingSecret } = parts.config;
  if (appToken) return { receiver: socketReceiver(parts, appToken) };
  if (signingSecret) return httpDoors(parts, signingSecret);
  throw new Error(
    'Slack needs SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode): https://api.slack.com/apps, Basic Information',
  );
}

function socketReceiver({ config, logger }: DoorParts, appToken: string): Receiver {
  return new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: config.apiUrl ? { slackApiUrl: config.apiUrl } : {} },
    // A replay needs no answer other than that it arrived.
    processEventErrorHandler: async ({ error }) => error instanceof ReplayRefused,
  });
}

function httpDoors({ logger, metrics }: DoorParts, signingSecret: string): Doors {
  // Counted where they are found out.
  const replays = new WeakSet<ServerResponse>();
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    endpoints: [EVENTS_PATH],
    bodyLimit: '2mb',
    async processEventErrorHandler({ error, response }) {
      const replayed = error instanceof ReplayRefused;
      if (replayed) replays.add(response);
      if (!response.headersSent) response.writeHead(replayed ? 401 : 500).end();
      return true;
    },
  });
  return {
    receiver,
    requestListener(request, response) {
      response.once('finish', () => {
        if (response.statusCode === 400) metrics.refused('malformed');
        if (response.statusCode !== 401 || replays.has(response)) return;
        metrics.refused(refusalOf(request, signingSecret));
      });
      receiver.requestListener(request, response);
    },
  };
}
