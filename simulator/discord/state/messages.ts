import type { JsonObject } from '../../common/json.ts';
import type { Message, MessageType } from './model.ts';
import type { Servers } from './servers.ts';

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const FLAGS = {
  SUPPRESS_EMBEDS: 1 << 2,
  HAS_THREAD: 1 << 5,
  EPHEMERAL: 1 << 6,
  LOADING: 1 << 7,
  SUPPRESS_NOTIFICATIONS: 1 << 12,
  IS_COMPONENTS_V2: 1 << 15,
} as const;

/** What an author says, already checked. */
export interface MessageContent {
  readonly content?: string;
  readonly embeds?: readonly JsonObject[];
  readonly components?: readonly JsonObject[];
  readonly attachments?: readonly string[];
  readonly flags?: number;
  readonly allowedMentions?: JsonObject | undefined;
}

export interface MessageDraft extends MessageContent {
  readonly channelId: string;
  readonly authorId: string;
  readonly type?: MessageType;
  readonly nonce?: string | number | undefined;
  readonly ephemeralTo?: string | undefined;
  readonly interactionToken?: string | undefined;
  readonly reference?: string | undefined;
}

export function postMessage(servers: Servers, draft: MessageDraft): Message {
  const { nonce, ephemeralTo, interactionToken, reference, ...rest } = draft;
  const message: Message = {
    id: servers.nextId(),
    type: 'default',
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    createdAt: servers.nowMs(),
    ...rest,
    ...(nonce === undefined ? {} : { nonce }),
    ...(ephemeralTo === undefined ? {} : { ephemeralTo }),
    ...(interactionToken === undefined ? {} : { interactionToken }),
    ...(reference === undefined ? {} : { reference }),
  };
  const channel = servers.state.messages[draft.channelId] ?? [];
  servers.state.messages[draft.channelId] = channel;
  channel.push(message);
  servers.changed('messages');
  return message;
}

/** Everything in a channel, private answers included. */
export function messagesIn(servers: Servers, channelId: string): readonly Message[] {
  return servers.state.messages[channelId] ?? [];
}

export function findMessage(servers: Servers, channelId: string, id: string): Message | undefined {
  return messagesIn(servers, channelId).find((message) => message.id === id);
}

export function deleteMessage(servers: Servers, { channelId, id }: Message): void {
  servers.state.messages[channelId] = messagesIn(servers, channelId).filter((one) => one.id !== id);
  servers.state.deleted.push(id);
  servers.changed('messages');
}

/** What is left out stays as it was. */
export function editMessage(servers: Servers, message: Message, edit: MessageContent): void {
  Object.assign(message, edit);
  message.editedAt = servers.nowMs();
  servers.changed('messages');
}
