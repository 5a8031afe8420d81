import type { JsonObject } from '../../common/json.ts';
import { messagesIn } from '../state/messages.ts';
import type { Channel } from '../state/model.ts';
import type { Servers } from '../state/servers.ts';
import { timestamp, userObject } from './people.ts';

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
export const CHANNEL_TYPE = { text: 0, dm: 1, thread: 11 } as const;
const OVERWRITE_TYPE = { role: 0, member: 1 } as const;

/** https://discord.com/developers/docs/resources/channel#channel-object */
export function channelObject(servers: Servers, channel: Channel): JsonObject {
  const shown = messagesIn(servers, channel.id).filter((message) => message.ephemeralTo === undefined);
  const common = {
    id: channel.id,
    type: CHANNEL_TYPE[channel.kind],
    last_message_id: shown.at(-1)?.id ?? null,
    flags: 0,
  };
  if (channel.kind === 'dm') return { ...common, recipients: recipientsOf(servers, channel) };
  const placed = { ...common, guild_id: channel.guildId, name: channel.name };
  return channel.kind === 'thread'
    ? { ...placed, ...threadFields(servers, channel, shown.length) }
    : { ...placed, ...textFields(servers, channel) };
}

function recipientsOf(servers: Servers, channel: Channel): JsonObject[] {
  return channel.recipients.flatMap((id) => {
    const user = servers.state.users[id];
    return user && id !== servers.botId ? [userObject(user)] : [];
  });
}

function textFields(servers: Servers, channel: Channel): JsonObject {
  const siblings = Object.values(servers.state.channels).filter((one) => one.guildId === channel.guildId);
  return {
    parent_id: null,
    position: siblings.indexOf(channel),
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_pin_timestamp: null,
    permission_overwrites: channel.overwrites.map((one) => ({ ...one, type: OVERWRITE_TYPE[one.type] })),
  };
}

function threadFields(servers: Servers, thread: Channel, messageCount: number): JsonObject {
  const member = {
    id: thread.id,
    user_id: servers.botId,
    join_timestamp: timestamp(thread.createdAt),
    flags: 0,
  };
  return {
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    message_count: messageCount,
    total_message_sent: messageCount,
    member_count: 1,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: timestamp(thread.createdAt),
      create_timestamp: timestamp(thread.createdAt),
    },
    ...(thread.ownerId === servers.botId ? { member } : {}),
  };
}
