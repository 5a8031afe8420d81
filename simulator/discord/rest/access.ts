import type { Core } from '../core.ts';
import { findMessage } from '../state/messages.ts';
import type { Channel, Guild, Message } from '../state/model.ts';
import { may, type PermissionName } from '../state/permissions.ts';
import { DiscordRefusal } from './refusal.ts';

/** A channel that exists and that the bot sees. Refuses with 10003 or 50001. */
export function visibleChannel({ servers }: Core, id: string): Channel {
  const channel = servers.state.channels[id];
  if (!channel) throw new DiscordRefusal('unknownChannel', { circumstance: wasDeleted(servers, id) });
  if (!may(servers, channel, { userId: servers.botId, name: 'VIEW_CHANNEL' }))
    throw new DiscordRefusal('missingAccess', { circumstance: wasWithheld(servers, channel) });
  return channel;
}

/** Refuses with 50013. */
export function requirePermission({ servers }: Core, channel: Channel, name: PermissionName): void {
  if (may(servers, channel, { userId: servers.botId, name })) return;
  throw new DiscordRefusal('missingPermissions', { circumstance: wasWithheld(servers, channel) });
}

/** Where the bot may write. Refuses with 50007 when a person takes no messages. */
export function requireWriting(core: Core, channel: Channel): void {
  const { servers } = core;
  if (channel.kind === 'dm') {
    if (!reachable(core, channel)) throw new DiscordRefusal('cannotSendToUser', { circumstance: true });
    return;
  }
  requirePermission(core, channel, channel.kind === 'thread' ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  if (
    channel.archived &&
    channel.locked &&
    !may(servers, channel, { userId: servers.botId, name: 'MANAGE_THREADS' })
  )
    throw new DiscordRefusal('archivedThread', { circumstance: true });
}

// Who shares no guild with the bot, or shut it out, gets nothing.
function reachable({ servers }: Core, direct: Channel): boolean {
  const userId = direct.recipients.find((id) => id !== servers.botId) ?? '';
  const shares = Object.values(servers.state.guilds).some(
    (guild) => guild.members[userId] && guild.members[servers.botId],
  );
  return shares && servers.state.users[userId]?.blocksDirect === false;
}

/** Private answers do not exist here. Refuses with 10008. */
export function existingMessage({ servers }: Core, channel: Channel, id: string): Message {
  const message = findMessage(servers, channel.id, id);
  if (message && message.ephemeralTo === undefined) return message;
  throw new DiscordRefusal('unknownMessage', { circumstance: wasDeleted(servers, id) });
}

/** A guild that the bot is in. Refuses with 10004. */
export function ownGuild({ servers }: Core, id: string): Guild {
  const guild = servers.state.guilds[id];
  if (!guild?.members[servers.botId])
    throw new DiscordRefusal('unknownGuild', { circumstance: guild !== undefined });
  return guild;
}

function wasDeleted({ state }: Core['servers'], id: string): boolean {
  return state.deleted.includes(id);
}

function wasWithheld({ state }: Core['servers'], channel: Channel): boolean {
  const { withheld } = state;
  return (
    withheld.includes(channel.id) ||
    withheld.includes(channel.parentId ?? '') ||
    withheld.includes(channel.guildId ?? '')
  );
}
