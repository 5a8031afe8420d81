import { type Logger, LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { RunningSlack } from '../../../../simulator/slack/start.ts';
import { BOT_TOKEN } from './workspace.ts';

const nothing = () => undefined;
/** For runs in which errors are the point. */
export const silent: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};

/** Slack's own client, which tries nothing twice. */
export function clientOf(slack: RunningSlack, token: string | undefined = BOT_TOKEN): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

/** The refusal's code and explanations; throws when the call was not refused by the Web API. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; messages: readonly string[] }> {
  const error = await call.then(
    () => new Error('the call went through'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof WebAPIPlatformError)) throw error;
  return { code: error.data.error, messages: error.data.response_metadata?.messages ?? [] };
}
