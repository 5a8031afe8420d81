import type { DiscordSimulatorOptions, SeedChannel, SeedGuild, SeedUser } from '../options.ts';
import type { Channel, DiscordState, Guild, Member, Overwrite, Role, User } from './model.ts';
import { BOT_PERMISSIONS, bitsOf, EVERYONE_PERMISSIONS, permissionBit } from './permissions.ts';

/** Guilds on their first morning: people, channels, the app installed, nothing said yet. */
export function seed(options: DiscordSimulatorOptions): DiscordState {
  const createdAt = options.clock.now().getTime();
  const users = [...options.users.map(person), botUser(options)];
  const guilds = options.guilds.map((one) => guild(one, options.application.id, createdAt));
  const channels = options.guilds.flatMap((one) =>
    one.channels.map((channel) => textChannel(channel, one, { botId: options.application.id, createdAt })),
  );
  return {
    users: byId(users),
    guilds: byId(guilds),
    channels: byId(channels),
    messages: {},
    files: {},
    commands: {},
    interactions: {},
    modals: {},
    choices: {},
    notices: [],
    deleted: [],
    withheld: [],
    counter: 0,
    lastSnowflake: '0',
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((one) => [one.id, one]));
}

function person(user: SeedUser): User {
  return {
    id: user.id,
    username: user.username,
    globalName: user.globalName ?? null,
    locale: user.locale ?? 'en-US',
    tz: user.tz ?? 'America/Los_Angeles',
    isBot: false,
    blocksDirect: false,
  };
}

function botUser({ application }: DiscordSimulatorOptions): User {
  return { ...person({ id: application.id, username: application.name }), isBot: true };
}

function guild(from: SeedGuild, botId: string, createdAt: number): Guild {
  const everyone = role({
    id: from.id,
    name: '@everyone',
    permissions: from.everyonePermissions ?? EVERYONE_PERMISSIONS,
  });
  const botRoleId = String(BigInt(botId) + 1n);
  const own = role({ id: botRoleId, name: 'app', permissions: from.botPermissions ?? BOT_PERMISSIONS });
  const seeded = from.roles ?? [];
  const members = [...from.members, botId].map((userId): Member => {
    const roles = seeded.filter((one) => one.members.includes(userId)).map((one) => one.id);
    return { userId, roles: userId === botId ? [...roles, botRoleId] : roles, joinedAt: createdAt };
  });
  return {
    id: from.id,
    name: from.name,
    ownerId: from.ownerId,
    createdAt,
    members: Object.fromEntries(members.map((member) => [member.userId, member])),
    roles: [everyone, ...seeded.map(role), { ...own, managed: true }],
  };
}

export function role({
  id,
  name,
  permissions = [],
}: Omit<NonNullable<SeedGuild['roles']>[number], 'members'>): Role {
  return { id, name, permissions: String(bitsOf(permissions)), managed: false };
}

function textChannel(
  { id, name, onlyFor }: SeedChannel,
  guild: SeedGuild,
  { botId, createdAt }: { readonly botId: string; readonly createdAt: number },
): Channel {
  return {
    id,
    kind: 'text',
    name,
    createdAt,
    guildId: guild.id,
    recipients: [],
    overwrites: onlyFor ? closedTo(withBot(onlyFor, guild, botId), guild) : [],
    archived: false,
    locked: false,
    autoArchiveMinutes: 4_320,
  };
}

// Where one of its roles lets the app in, it needs no place of its own.
function withBot(ids: readonly string[], { roles = [] }: SeedGuild, botId: string): readonly string[] {
  const throughRole = roles.some(({ id, members }) => ids.includes(id) && members.includes(botId));
  return throughRole ? ids : [...ids, botId];
}

function closedTo(ids: readonly string[], { id: guildId, roles = [] }: SeedGuild): Overwrite[] {
  const view = String(permissionBit('VIEW_CHANNEL'));
  const typeOf = (id: string) => (roles.some((one) => one.id === id) ? 'role' : 'member');
  return [
    { id: guildId, type: 'role', allow: '0', deny: view },
    ...ids.map((id): Overwrite => ({ id, type: typeOf(id), allow: view, deny: '0' })),
  ];
}
