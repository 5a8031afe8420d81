import type { WebClient } from '@slack/web-api';
import type { AdapterLog } from '../../shared/log.ts';
import type { Timers } from '../../shared/timers.ts';
import type { DrawnMessage } from '../draw/cards/message.ts';
import { LIMITS } from '../limits.ts';
import { isDirect } from '../receive/place.ts';
import { slackCode } from '../send/errors.ts';
import { patiently } from '../send/patience.ts';
import { directWith, UNFURLED, written } from '../send/port.ts';
import type { Asker } from './asker.ts';

export interface PrivatelyParts {
  readonly client: WebClient;
  readonly log: AdapterLog;
  readonly timers: Timers;
}

interface TellingOptions {
  /** The first message takes the place of the private one that was clicked. */
  readonly replacing?: boolean;
}

/**
 * Shows messages to one person only, by the first way that is still open: the request's own response_url, an ephemeral
 * message where it was asked, a direct message.
 */
export async function tellPrivately(
  parts: PrivatelyParts,
  asker: Asker,
  messages: readonly DrawnMessage[],
  { replacing = false }: TellingOptions = {},
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const ways = index < LIMITS.responseUrl.uses - 1 ? [viaResponseUrl, viaEphemeral] : [viaEphemeral];
    await firstThatWorks(parts, { asker, message, replacing: replacing && index === 0 }, ways);
  }
}

interface Telling {
  readonly asker: Asker;
  readonly message: DrawnMessage;
  readonly replacing: boolean;
}

/** False: this way is not open here. */
type Way = (parts: PrivatelyParts, telling: Telling) => Promise<boolean>;

async function firstThatWorks(parts: PrivatelyParts, telling: Telling, ways: readonly Way[]): Promise<void> {
  for (const way of ways) if (await way(parts, telling)) return;
  await viaDirectMessage(parts, telling);
}

// https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses
async function viaResponseUrl(
  { log }: PrivatelyParts,
  { asker, message, replacing }: Telling,
): Promise<boolean> {
  if (!asker.responseUrl) return false;
  const { responseUrl, thread } = asker;
  const body = {
    response_type: 'ephemeral',
    replace_original: replacing,
    text: message.text,
    blocks: message.blocks,
    ...(thread ? { thread_ts: thread } : {}),
  };
  try {
    const response = await postJson(responseUrl, body);
    if (response.ok) return true;
    log.info({ status: response.status }, 'a response_url is used up or expired; answering another way');
  } catch (error) {
    log.warn({ err: error }, 'a response_url could not be reached; answering another way');
  }
  return false;
}

const RESPONSE_TIMEOUT_MS = 5_000;

function postJson(url: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(RESPONSE_TIMEOUT_MS);
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' });
}

async function viaEphemeral(parts: PrivatelyParts, { asker, message }: Telling): Promise<boolean> {
  // In direct messages a lasting answer is the better one, and just as private.
  if (asker.channel === '' || asker.direct || isDirect(asker.channel)) return false;
  const { channel, thread, account } = asker;
  const post = { ...written(message), channel, user: account.userId };
  try {
    await patiently(parts.timers, () =>
      parts.client.chat.postEphemeral(thread ? { ...post, thread_ts: thread } : post),
    );
    return true;
  } catch (error) {
    parts.log.info(
      { code: slackCode(error) },
      'no ephemeral answer is possible here; sending a direct message',
    );
    return false;
  }
}

// Asked for in somebody else's conversation or not: the direct messages with the bot are always there.
async function viaDirectMessage(
  { client, timers }: PrivatelyParts,
  { asker, message }: Telling,
): Promise<void> {
  const channel = await directWith(client, asker.account.userId);
  const post = { ...written(message), ...UNFURLED, channel };
  const { thread } = asker;
  const sameThread = thread !== undefined && asker.channel === channel;
  await patiently(timers, () => client.chat.postMessage(sameThread ? { ...post, thread_ts: thread } : post));
}
