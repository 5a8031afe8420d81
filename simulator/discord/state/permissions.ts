import type { Channel, Guild, Overwrite } from './model.ts';
import type { Servers } from './servers.ts';

/** The permissions that the stand-in acts on. https://discord.com/developers/docs/topics/permissions */
const BITS = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  MANAGE_ROLES: 1n << 28n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;

export type PermissionName = keyof typeof BITS;

/** What @everyone may do in a new guild. */
export const EVERYONE_PERMISSIONS: readonly PermissionName[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'SEND_MESSAGES_IN_THREADS',
];

/** What a bot that posts cards with threads asks for in its invite link. */
export const BOT_PERMISSIONS: readonly PermissionName[] = [...EVERYONE_PERMISSIONS, 'MANAGE_THREADS'];

const ALL = Object.values(BITS).reduce((all, bit) => all | bit, 0n);

export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | BITS[name], 0n);
}

export function permissionBit(name: PermissionName): bigint {
  return BITS[name];
}

/** In the order in which Discord computes them: roles, then overwrites of everyone, of roles, of the member. */
export function permissionsIn(servers: Servers, channel: Channel, userId: string): bigint {
  if (channel.kind === 'dm') return channel.recipients.includes(userId) ? ALL : 0n;
  const guild = servers.state.guilds[channel.guildId ?? ''];
  const member = guild?.members[userId];
  if (!guild || !member) return 0n;
  const base = rolePermissions(guild, userId, member.roles);
  if (guild.ownerId === userId || (base & BITS.ADMINISTRATOR) !== 0n) return ALL;
  const placed = channel.parentId ? (servers.state.channels[channel.parentId] ?? channel) : channel;
  return overwritten(base, placed.overwrites, { guildId: guild.id, userId, roles: member.roles });
}

export function may(
  servers: Servers,
  channel: Channel,
  who: { userId: string; name: PermissionName },
): boolean {
  return (permissionsIn(servers, channel, who.userId) & BITS[who.name]) !== 0n;
}

function rolePermissions(guild: Guild, userId: string, roles: readonly string[]): bigint {
  if (guild.ownerId === userId) return ALL;
  return guild.roles
    .filter((role) => role.id === guild.id || roles.includes(role.id))
    .reduce((bits, role) => bits | BigInt(role.permissions), 0n);
}

interface Whose {
  readonly guildId: string;
  readonly userId: string;
  readonly roles: readonly string[];
}

function overwritten(base: bigint, overwrites: readonly Overwrite[], whose: Whose): bigint {
  const layers = [
    overwrites.filter((one) => one.id === whose.guildId),
    overwrites.filter((one) => one.type === 'role' && whose.roles.includes(one.id)),
    overwrites.filter((one) => one.type === 'member' && one.id === whose.userId),
  ];
  return layers.reduce((bits, layer) => {
    const denied = layer.reduce((all, one) => all | BigInt(one.deny), 0n);
    const allowed = layer.reduce((all, one) => all | BigInt(one.allow), 0n);
    return (bits & ~denied) | allowed;
  }, base);
}
