import type { Logger } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { SlackConfig } from '../collaborators.ts';

// Slack's own client may wait minutes and repeat a post that went through unseen: no repeats here. Whoever asks
// knows better whether to ask again, and the queue first looks whether the message is there already.
const NO_REPEATS = { retries: 0 } as const;
const TIMEOUT_MS = 10_000;

export function slackClient({ botToken, apiUrl }: SlackConfig, logger: Logger): WebClient {
  return new WebClient(botToken, { ...clientOptions(apiUrl), logger });
}

/** A fresh object each time: the client writes its token into what it is given. */
function clientOptions(apiUrl: string | undefined) {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    retryConfig: NO_REPEATS,
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
  };
}
