import type { IssuedCard } from '../../../src/chat/card.ts';
import type { PlatformPort, PostedRef, PostOptions } from '../../../src/chat/platform-port.ts';
import { localeOf } from '../../shared/locale.ts';
import type { AdapterLog } from '../../shared/log.ts';
import { shortenFilled } from '../../shared/text/fit.ts';
import { type DrawnMessage, drawCard, written } from '../draw/cards/message.ts';
import { LIMITS } from '../limits.ts';
import type { DiscordApi, Outgoing } from './api.ts';
import { asCoreError, isNotAllowed } from './errors.ts';
import type { DiscordFiles } from './files.ts';
import { alreadyPosted, markOf, nonceOf } from './posted.ts';
import type { Questions } from './questions.ts';

interface PortParts {
  readonly api: DiscordApi;
  readonly files: DiscordFiles;
  readonly questions: Questions;
  readonly log: AdapterLog;
  readonly directWith: (userId: string) => Promise<string>;
  /** Says in the log what the bot lacks in a channel that did not let it. */
  readonly notAllowed: (channel: string) => void;
}

/** Discord as the core sees it. Refuses for good with `Undeliverable`, for a while with `DiscordBusy`. */
export function discordPort(parts: PortParts): PlatformPort {
  const { api, files, questions } = parts;
  const asked = <T>(work: () => Promise<T>, channel?: string): Promise<T> =>
    inCoreWords(parts, work, channel);
  return {
    name: 'discord',
    async postToPerson({ userId }, card, options) {
      const channel = await asked(() => parts.directWith(userId));
      return asked(() => post(parts, channel, { card, options }));
    },
    postToChannel: (channel, card, options) =>
      asked(() => postWithThread(parts, channel, { card, options }), channel),
    async redraw({ channel, message }, card, locale) {
      await questions.keep([card]);
      const drawn = drawCard(card, { locale: localeOf(locale) });
      // Its picture takes the place of the one before.
      const body = { ...outgoing(drawn).body, attachments: attached(drawn) };
      await asked(() => api.edit(channel, message, { ...outgoing(drawn), body }), channel);
    },
    // Discord has no page of a person's own: `/inbox` shows the same.
    publishHome: async () => {},
    fetchFile: (file) => asked(() => files.fetch(file)),
    fileAt: (link, { userId }) => asked(() => files.behind(link, userId)),
  };
}

interface Owed {
  readonly card: IssuedCard;
  readonly options: PostOptions;
}

const refTo = (channel: string, message: string): PostedRef => ({
  platform: 'discord',
  workspace: '',
  channel,
  message,
});

async function post(
  { api, questions }: PortParts,
  channel: string,
  { card, options }: Owed,
): Promise<PostedRef> {
  const { deliveryKey, again, locale } = options;
  const before = again ? await alreadyPosted(api, channel, deliveryKey) : undefined;
  if (before) return refTo(channel, before);
  await questions.keep([card]);
  const drawn = drawCard(card, { locale: localeOf(locale), mark: markOf(deliveryKey) });
  const once = { nonce: nonceOf(deliveryKey), enforce_nonce: true };
  const message = outgoing(drawn);
  const { id } = await api.post(channel, { ...message, body: { ...message.body, ...once } });
  return refTo(channel, id);
}

/** A case's card begins its thread; what belongs to the case later goes there. A thread has the id of its message. */
async function postWithThread(parts: PortParts, channel: string, owed: Owed): Promise<PostedRef> {
  const { threadOf } = owed.options;
  if (threadOf) return post(parts, threadOf.message, owed);
  const ref = await post(parts, channel, owed);
  try {
    await parts.api.startThread(
      channel,
      ref.message,
      shortenFilled(owed.card.title, LIMITS.thread.nameChars),
    );
  } catch (error) {
    // The card stands and counts; people write under it by replying to it.
    parts.log.warn({ err: error, channel }, 'a case got no thread of its own');
    if (isNotAllowed(error)) parts.notAllowed(channel);
  }
  return ref;
}

function outgoing(message: DrawnMessage): Outgoing {
  const files = (message.files ?? []).map(({ name, data }) => ({ name, data: Buffer.from(data) }));
  return { body: written(message), files };
}

const attached = ({ files = [] }: DrawnMessage) =>
  files.map(({ name }, id) => ({ id: String(id), filename: name }));

async function inCoreWords<T>(
  { notAllowed }: PortParts,
  work: () => Promise<T>,
  channel: string | undefined,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (channel !== undefined && isNotAllowed(error)) notAllowed(channel);
    throw asCoreError(error);
  }
}
