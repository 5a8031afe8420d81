import type { JsonObject } from '../../common/json.ts';
import type { Channel, Guild, Member, Role, User } from '../state/model.ts';
import { permissionsIn } from '../state/permissions.ts';
import type { Servers } from '../state/servers.ts';

/** https://discord.com/developers/docs/resources/user#user-object */
export function userObject(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    global_name: user.globalName,
    discriminator: user.isBot ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(user.isBot ? { bot: true } : {}),
  };
}

/** The bot user as it sees itself. */
export function botObject(servers: Servers): JsonObject {
  const bot = servers.state.users[servers.botId];
  return bot ? { ...userObject(bot), verified: true, mfa_enabled: false, email: null } : {};
}

/** https://discord.com/developers/docs/resources/guild#guild-member-object */
export function memberObject(member: Member): JsonObject {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: timestamp(member.joinedAt),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** With the user inside, as everywhere but in messages. */
export function memberWithUser(servers: Servers, member: Member): JsonObject {
  const user = servers.state.users[member.userId];
  return { ...memberObject(member), ...(user ? { user: userObject(user) } : {}) };
}

/** As interactions carry it: with what the member may do in the channel. */
export function interactingMember(servers: Servers, member: Member, channel: Channel): JsonObject {
  return {
    ...memberWithUser(servers, member),
    permissions: String(permissionsIn(servers, channel, member.userId)),
  };
}

/** https://discord.com/developers/docs/topics/permissions#role-object */
export function roleObject(guild: Guild, role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    description: null,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: guild.roles.indexOf(role),
    permissions: role.permissions,
    managed: role.managed,
    mentionable: false,
    flags: 0,
  };
}

/** ISO 8601 as Discord writes it. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}
