import type { FileRef } from '../../../../src/chat/form.ts';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import { carriesSecret } from '../../../../src/chat/requests/secret.ts';
import { placeOf } from '../place.ts';
import { asTyped } from '../typed-text.ts';

/** The envelope of an event; Slack repeats its id when it delivers the event again. */
export interface EventEnvelope {
  readonly team_id: string;
  readonly event_id: string;
}

export interface HomeOpened {
  readonly user: string;
  readonly channel: string;
  readonly tab?: string;
}

/** The messages tab opens without asking for anything. */
export function homeIncoming(envelope: EventEnvelope, event: HomeOpened, locale?: string): Incoming | null {
  if (event.tab !== 'home') return null;
  return {
    kind: 'home',
    key: `event:${envelope.event_id}`,
    account: { platform: 'slack', workspace: envelope.team_id, userId: event.user },
    place: placeOf({ channel: event.channel, direct: true }, {}),
    ...(locale ? { locale } : {}),
  };
}

/** The parts of a message event that the bot looks at. https://docs.slack.dev/reference/events/message */
export interface TypedMessage {
  readonly channel: string;
  readonly channel_type?: string | undefined;
  readonly user?: string | undefined;
  readonly text?: string | undefined;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly parent_user_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly files?: readonly SharedFile[] | undefined;
}

/** https://docs.slack.dev/reference/objects/file-object */
interface SharedFile {
  readonly id: string;
  readonly name?: string | null;
  readonly mimetype?: string;
  readonly size?: number;
}

const BY_PEOPLE = new Set([undefined, 'file_share', 'thread_broadcast']);

/**
 * What somebody typed to the bot: in the direct messages, or in a channel under one of the bot's own cards. Everything
 * else in a channel is none of the bot's business, but for an API key, of which its author must be warned.
 */
export function messageIncoming(
  envelope: EventEnvelope,
  event: TypedMessage,
  { botUser, locale }: { readonly botUser: string; readonly locale?: string | undefined },
): Incoming | null {
  const { channel, user, text = '', thread_ts: thread } = event;
  const files = (event.files ?? []).map(fileRef);
  if (!user || (!text && files.length === 0) || event.bot_id || !BY_PEOPLE.has(event.subtype)) return null;
  const direct = event.channel_type === 'im';
  const own = direct || (thread && event.parent_user_id === botUser);
  if (!own && !carriesSecret(text)) return null;
  return {
    kind: 'message',
    key: `event:${envelope.event_id}`,
    account: { platform: 'slack', workspace: envelope.team_id, userId: user },
    place: placeOf({ channel, direct, ...(thread ? { thread } : {}) }, {}),
    text: asTyped(text),
    ...(files.length > 0 ? { files } : {}),
    ...(thread ? { thread } : {}),
    ...(locale ? { locale } : {}),
  };
}

const fileRef = ({ id, name, mimetype, size }: SharedFile): FileRef => ({
  platform: 'slack',
  id,
  name: name ?? id,
  mediaType: mimetype ?? 'application/octet-stream',
  sizeBytes: size ?? 0,
});
