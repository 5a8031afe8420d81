import {
  type APIAttachment,
  type GatewayMessageCreateDispatchData,
  MessageType,
} from 'discord-api-types/v10';
import type { IncomingOf } from '../../../../src/chat/incoming.ts';
import { carriesSecret } from '../../../../src/chat/requests/secret.ts';
import { attachmentRef } from '../file-id.ts';
import { accountOf } from './shared.ts';

type Typed = GatewayMessageCreateDispatchData;

interface Around {
  /** The bot's own account. */
  readonly botId: string;
  /** The channel of the card under which this thread hangs; nothing where it is no thread of the bot's. */
  readonly parent: string | undefined;
}

const BY_PEOPLE: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/**
 * What somebody typed to the bot: in the direct messages, in the thread of a case, or as a reply to one of the bot's own
 * cards. Everything else in a channel is none of the bot's business, and there its words are hidden from the bot unless
 * it is mentioned, as a reply does; of an API key that it can see, its author is warned. https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function messageIncoming(message: Typed, { botId, parent }: Around): IncomingOf<'message'> | null {
  if (message.author.bot || message.webhook_id || !BY_PEOPLE.has(message.type)) return null;
  const direct = message.guild_id === undefined;
  const answered =
    message.referenced_message?.author.id === botId ? message.referenced_message.id : undefined;
  const thread = parent === undefined ? answered : message.channel_id;
  if (!direct && thread === undefined && !carriesSecret(message.content)) return null;
  const files = message.attachments.map((file) => fileOf(file, message));
  const text = message.content.replaceAll(`<@${botId}>`, '').trim();
  if (text === '' && files.length === 0) return null;
  return {
    kind: 'message',
    key: `message:${message.id}`,
    account: accountOf(message.author.id),
    place: { channel: parent ?? message.channel_id, direct, token: {} },
    inParts: true,
    text,
    ...(files.length > 0 ? { files } : {}),
    ...(thread === undefined ? {} : { thread }),
  };
}

const fileOf = (file: APIAttachment, { channel_id, id }: Typed) =>
  attachmentRef(file, { channel: channel_id, message: id, attachment: file.id });
