import type { WebClient } from '@slack/web-api';
import type { CardFile, IssuedCard } from '../../../src/chat/card.ts';
import type { PlatformPort, PostedRef, PostOptions } from '../../../src/chat/platform-port.ts';
import { Undeliverable } from '../../../src/chat/platform-port.ts';
import type { AdapterLog } from '../../shared/log.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Artist } from './artist.ts';
import { asCoreError } from './errors.ts';
import type { SlackFiles } from './files.ts';
import type { Pace } from './pace.ts';
import { patiently } from './patience.ts';
import { alreadyPosted, deliveryMetadata } from './posted.ts';

interface PortParts {
  readonly client: WebClient;
  readonly artist: Artist;
  readonly files: SlackFiles;
  readonly log: AdapterLog;
  readonly pace: Pace;
  readonly timers: Timers;
  /** The team whose token this is; known once the adapter has started. */
  readonly workspace: () => string;
  /** The language that Slack knows of a person. */
  readonly localeOf: (userId: string) => Promise<string | undefined>;
}

/** Slack as the core sees it. Refuses for good with `Undeliverable`, for a while with `SlackBusy`. */
export function slackPort(parts: PortParts): PlatformPort {
  const { client, artist, files } = parts;
  const asked = <T>(work: () => Promise<T>): Promise<T> => inCoreWords(() => patiently(parts.timers, work));
  return {
    name: 'slack',
    async postToPerson({ userId }, card, options) {
      const channel = await asked(() => directWith(client, userId));
      return post(parts, channel, { card, options });
    },
    postToChannel: (channel, card, options) => post(parts, channel, { card, options }),
    async redraw({ channel, message }, card, locale) {
      const drawn = await artist.card(card, locale);
      await asked(() => client.chat.update({ ...written(drawn), channel, ts: message }));
    },
    async publishHome({ userId }, cards) {
      const view = artist.home(cards, await parts.localeOf(userId));
      await asked(() => client.views.publish({ user_id: userId, view }));
    },
    fetchFile: (file) => asked(() => files.fetch(file)),
    fileAt: (link, { userId }) => asked(() => files.behind(link, userId)),
  };
}

/** The direct messages with a person, opened if they never were. */
export async function directWith(client: WebClient, userId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: userId });
  if (!channel?.id) throw new Undeliverable('user_not_found');
  return channel.id;
}

interface Owed {
  readonly card: IssuedCard;
  readonly options: PostOptions;
}

async function post(parts: PortParts, channel: string, { card, options }: Owed): Promise<PostedRef> {
  const { deliveryKey, again, locale, threadOf } = options;
  const { client, timers } = parts;
  const thread = threadOf?.message;
  const ref = (message: string): PostedRef => ({
    platform: 'slack',
    workspace: parts.workspace(),
    channel,
    message,
  });
  const asked = <T>(work: () => Promise<T>): Promise<T> => inCoreWords(() => patiently(timers, work));
  const before = again
    ? await asked(() => alreadyPosted(client, { channel, thread, deliveryKey }))
    : undefined;
  if (before) return ref(before);
  const drawn = await parts.artist.card(card, locale);
  const message = { ...written(drawn), channel, metadata: deliveryMetadata(deliveryKey), ...UNFURLED };
  await parts.pace.turn(channel);
  const { ts } = await asked(() =>
    client.chat.postMessage(thread ? { ...message, thread_ts: thread } : message),
  );
  if (!ts) throw new Error('Slack took a message and did not say where it stands');
  if (card.file) await followUp(parts, card.file, { channel, thread: thread ?? ts });
  return ref(ts);
}

/** A message holds no file, so it follows in the message's thread; the message counts without it, and has a button for it. */
async function followUp(
  { files, log }: PortParts,
  file: CardFile,
  where: { readonly channel: string; readonly thread: string },
): Promise<void> {
  try {
    await files.share(file, where);
  } catch (error) {
    log.warn({ err: error, file: file.name }, 'Slack did not take a file that goes with a message');
  }
}

// Nothing in the notification text is looked up or linked, and no link grows a preview.
const CALM = { link_names: false, parse: 'none' } as const;
export const UNFURLED = { unfurl_links: false, unfurl_media: false } as const;

/** A drawn message as the Web API takes it. */
export function written<Block>({ text, blocks }: { text: string; blocks: readonly Block[] }) {
  return { text, blocks: [...blocks], ...CALM };
}

async function inCoreWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asCoreError(error);
  }
}
