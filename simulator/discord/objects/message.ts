import type { JsonObject } from '../../common/json.ts';
import { FLAGS, findMessage } from '../state/messages.ts';
import type { Interaction, Message, MessageType, StoredFile } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';
import { channelObject } from './channel.ts';
import { INTERACTION_TYPE } from './interaction-type.ts';
import { mentionsOf } from './mentions.ts';
import { timestamp, userObject } from './people.ts';

const TYPE: Readonly<Record<MessageType, number>> = {
  default: 0,
  reply: 19,
  command: 20,
  'thread-created': 18,
};

/** https://discord.com/developers/docs/resources/message#message-object */
export function messageObject(servers: Servers, message: Message): JsonObject {
  const author = servers.state.users[message.authorId];
  const mentions = mentionsOf(servers, message);
  return {
    id: message.id,
    type: TYPE[message.type],
    channel_id: message.channelId,
    author: author ? userObject(author) : { id: message.authorId, username: 'Deleted User' },
    content: message.content,
    timestamp: timestamp(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : timestamp(message.editedAt),
    tts: false,
    mention_everyone: mentions.everyone,
    mentions: mentions.users.map(userObject),
    mention_roles: mentions.roles,
    attachments: message.attachments.flatMap((id) => attachmentsOf(servers, message.channelId, id)),
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    pinned: false,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.authorId === servers.botId ? { application_id: servers.botId } : {}),
    ...interactionFields(servers, message),
    ...referenceFields(servers, message),
    ...threadField(servers, message),
  };
}

/** https://discord.com/developers/docs/resources/message#attachment-object */
export function attachmentObject(servers: Servers, channelId: string, file: StoredFile): JsonObject {
  const url = attachmentUrl(servers, channelId, file);
  return {
    id: file.id,
    filename: file.name,
    size: file.size,
    content_type: file.contentType,
    url,
    proxy_url: url,
    ...(file.description === null ? {} : { description: file.description }),
    ...(file.ephemeral ? { ephemeral: true } : {}),
  };
}

const DAY_MS = 24 * 60 * 60_000;

/** Signed and short-lived. https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
function attachmentUrl(servers: Servers, channelId: string, file: StoredFile): string {
  const issued = servers.wireMs();
  const hex = (ms: number) => Math.floor(ms / 1_000).toString(16);
  const folder = file.ephemeral ? 'ephemeral-attachments' : 'attachments';
  const path = `${folder}/${channelId}/${file.id}/${encodeURIComponent(file.name)}`;
  return `${servers.publicUrl()}/cdn/${path}?ex=${hex(issued + DAY_MS)}&is=${hex(issued)}&hm=${signatureOf(file.id)}&`;
}

/** Stands where Discord's signature stands; nobody but the stand-in reads it. */
export function signatureOf(fileId: string): string {
  return BigInt(fileId).toString(16).padStart(64, '0');
}

function attachmentsOf(servers: Servers, channelId: string, id: string): JsonObject[] {
  const file = servers.state.files[id];
  return file ? [attachmentObject(servers, channelId, file)] : [];
}

function interactionFields(servers: Servers, { interactionToken: token }: Message): JsonObject {
  if (token === undefined) return {};
  const interaction = servers.state.interactions[token];
  const metadata = interaction ? { interaction_metadata: metadataOf(servers, interaction) } : {};
  return { webhook_id: servers.botId, ...metadata };
}

function metadataOf(servers: Servers, interaction: Interaction): JsonObject {
  const user = servers.state.users[interaction.userId];
  return {
    id: interaction.id,
    type: INTERACTION_TYPE[interaction.kind],
    ...(user ? { user: userObject(user) } : {}),
    authorizing_integration_owners: { '0': interaction.guildId ?? '0' },
    ...(interaction.kind === 'command' ? { name: interaction.name, command_type: 1 } : {}),
    ...(interaction.messageId ? { interacted_message_id: interaction.messageId } : {}),
  };
}

function referenceFields(servers: Servers, message: Message): JsonObject {
  const { channelId, reference, type } = message;
  if (reference === undefined) return {};
  const reply = type === 'reply' ? { referenced_message: referenced(servers, channelId, reference) } : {};
  return { message_reference: { type: 0, channel_id: channelId, message_id: reference }, ...reply };
}

// What the referenced message refers to itself is left out, as Discord leaves it out.
function referenced(servers: Servers, channelId: string, id: string): JsonObject | null {
  const found = findMessage(servers, channelId, id);
  if (!found) return null;
  const { reference: _further, ...message } = found;
  return messageObject(servers, message);
}

function threadField(servers: Servers, message: Message): JsonObject {
  const thread = message.flags & FLAGS.HAS_THREAD ? servers.state.channels[message.id] : undefined;
  return thread ? { thread: channelObject(servers, thread) } : {};
}
