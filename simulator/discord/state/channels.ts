import type { Channel } from './model.ts';
import { may } from './permissions.ts';
import type { Servers } from './servers.ts';

/** The direct messages between a person and the app, opened now if they never spoke. */
export function openDirect(servers: Servers, userId: string): Channel {
  const found = Object.values(servers.state.channels).find(
    (channel) => isDirect(servers, channel) && channel.recipients.includes(userId),
  );
  return found ?? keep(servers, { kind: 'dm', name: '', recipients: [userId, servers.botId] });
}

/** Whether it is between a person and the app; people have direct messages among themselves as well. */
export const isDirect = (servers: Servers, { kind, recipients }: Channel): boolean =>
  kind === 'dm' && recipients.includes(servers.botId);

/** Where people are alone with each other, two or a group of them. The app hears nothing of it. */
export const openAmongPeople = (servers: Servers, recipients: readonly string[]): Channel =>
  keep(servers, { kind: 'dm', name: '', recipients });

export interface ThreadStart {
  readonly name: string;
  readonly ownerId: string;
  readonly autoArchiveMinutes?: number | undefined;
  /** A thread that starts from a message has the message's id. */
  readonly messageId?: string;
}

export function openThread(servers: Servers, parent: Channel, start: ThreadStart): Channel {
  return keep(servers, {
    kind: 'thread',
    name: start.name,
    recipients: [],
    parentId: parent.id,
    ownerId: start.ownerId,
    ...(parent.guildId ? { guildId: parent.guildId } : {}),
    ...(start.messageId ? { id: start.messageId } : {}),
    autoArchiveMinutes: start.autoArchiveMinutes ?? parent.autoArchiveMinutes,
  });
}

type NewChannel = Pick<Channel, 'kind' | 'name' | 'recipients'> & Partial<Channel>;

function keep(servers: Servers, channel: NewChannel): Channel {
  const kept: Channel = {
    id: channel.id ?? servers.nextId(),
    createdAt: servers.nowMs(),
    overwrites: [],
    archived: false,
    locked: false,
    autoArchiveMinutes: 4_320,
    ...channel,
  };
  servers.state.channels[kept.id] = kept;
  servers.changed('channels');
  return kept;
}

export function canSee(servers: Servers, channel: Channel, userId: string): boolean {
  return may(servers, channel, { userId, name: 'VIEW_CHANNEL' });
}

/** Everything that this person can open, threads included. */
export function channelsOf(servers: Servers, userId: string): Channel[] {
  return Object.values(servers.state.channels).filter((channel) => canSee(servers, channel, userId));
}

export function threadsOf(servers: Servers, guildId: string): Channel[] {
  return Object.values(servers.state.channels).filter(
    (channel) => channel.kind === 'thread' && channel.guildId === guildId && !channel.archived,
  );
}

/** With everything in it, threads included. */
export function removeChannel(servers: Servers, channel: Channel): void {
  const { channels, messages } = servers.state;
  const gone = Object.values(channels).filter((one) => one.id === channel.id || one.parentId === channel.id);
  for (const { id } of gone) {
    delete channels[id];
    delete messages[id];
    servers.state.deleted.push(id);
  }
  servers.changed('channels');
}
