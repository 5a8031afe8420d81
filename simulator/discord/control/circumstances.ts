import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { announceChannel, announceDeletion } from '../gateway/announce.ts';
import { guildCreate } from '../objects/guild.ts';
import { memberWithUser, roleObject, userObject } from '../objects/people.ts';
import type { SeedRole } from '../options.ts';
import { openAmongPeople, removeChannel } from '../state/channels.ts';
import { deleteMessage, findMessage } from '../state/messages.ts';
import type { Channel, Guild, User } from '../state/model.ts';
import { type PermissionName, permissionBit } from '../state/permissions.ts';
import { role } from '../state/seed.ts';

/** What happens in the world that an app must live with. It is told of what Discord tells of. */
export class Circumstances {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The person takes no direct messages from the app any more, or takes them again. */
  blockDirect(user: string, blocks = true): void {
    this.#user(user).blocksDirect = blocks;
    this.#core.servers.changed('members');
  }

  /** Direct messages among people, or a group of them, without the app. Returns the channel's id. */
  openAmongPeople(...people: readonly string[]): string {
    return openAmongPeople(
      this.#core.servers,
      people.map((id) => this.#user(id).id),
    ).id;
  }

  deleteChannel(id: string): void {
    const channel = this.#channel(id);
    removeChannel(this.#core.servers, channel);
    announceChannel(this.#core, channel.kind === 'thread' ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel);
  }

  deleteMessage(channelId: string, id: string): void {
    const channel = this.#channel(channelId);
    const message = findMessage(this.#core.servers, channelId, id);
    if (!message) throw new NotPossible('message_not_found', `there is no message ${id} in ${channelId}`);
    deleteMessage(this.#core.servers, message);
    announceDeletion(this.#core, channel, id);
  }

  deleteRole(guildId: string, id: string): void {
    const guild = this.#guild(guildId);
    const { state, botId } = this.#core.servers;
    if (guild.members[botId]?.roles.includes(id)) state.withheld.push(guildId);
    guild.roles = guild.roles.filter((role) => role.id !== id);
    for (const member of Object.values(guild.members))
      member.roles = member.roles.filter((role) => role !== id);
    state.deleted.push(id);
    this.#tell('GUILD_ROLE_DELETE', guildId, { guild_id: guildId, role_id: id });
  }

  /** A role that opens channels to its members, as an administrator makes it; the app may be one of them. */
  addRole(guildId: string, seeded: SeedRole, opened: readonly string[] = []): void {
    const guild = this.#guild(guildId);
    const added = role(seeded);
    guild.roles.push(added);
    this.#tell('GUILD_ROLE_CREATE', guildId, { guild_id: guildId, role: roleObject(guild, added) });
    const view = String(permissionBit('VIEW_CHANNEL'));
    for (const id of opened) {
      const channel = this.#channel(id);
      channel.overwrites.push({ id: added.id, type: 'role', allow: view, deny: '0' });
      announceChannel(this.#core, 'CHANNEL_UPDATE', channel);
    }
    for (const userId of seeded.members) this.#giveRole(guild, userId, added.id);
  }

  /** As Discord does after a time of silence; a locked thread only a moderator opens again. */
  archive(threadId: string, { locked = false }: { readonly locked?: boolean } = {}): void {
    const thread = this.#channel(threadId);
    thread.archived = true;
    thread.locked = locked;
    announceChannel(this.#core, 'THREAD_UPDATE', thread);
    this.#core.servers.changed('channels');
  }

  /** Takes permissions away from the app in one channel. */
  withhold(channelId: string, names: readonly PermissionName[]): void {
    this.#overwrite(channelId, names, 'deny');
    this.#core.servers.state.withheld.push(channelId);
  }

  /** Gives the app permissions in one channel, those that were withheld too. */
  grant(channelId: string, names: readonly PermissionName[]): void {
    this.#overwrite(channelId, names, 'allow');
  }

  leave(guildId: string, user: string): void {
    const guild = this.#guild(guildId);
    delete guild.members[user];
    this.#tell('GUILD_MEMBER_REMOVE', guildId, { guild_id: guildId, user: userObject(this.#user(user)) });
  }

  join(guildId: string, user: string, roles: readonly string[] = []): void {
    const guild = this.#guild(guildId);
    const { servers } = this.#core;
    this.#user(user);
    const member = { userId: user, roles: [...roles], joinedAt: servers.nowMs() };
    guild.members[user] = member;
    this.#tell('GUILD_MEMBER_ADD', guildId, { guild_id: guildId, ...memberWithUser(servers, member) });
  }

  /** The guild throws the app out. */
  removeApp(guildId: string): void {
    const guild = this.#guild(guildId);
    delete guild.members[this.#core.servers.botId];
    this.#core.servers.state.withheld.push(guildId);
    this.#core.gateway.emit({ t: 'GUILD_DELETE', d: { id: guildId }, guildId, intent: 'GUILDS' });
    this.#core.servers.changed('members');
  }

  /** The guild takes the app in (again). */
  installApp(guildId: string): void {
    const guild = this.#guild(guildId);
    const { servers, gateway } = this.#core;
    const managed = guild.roles.filter((role) => role.managed).map((role) => role.id);
    guild.members[servers.botId] = { userId: servers.botId, roles: managed, joinedAt: servers.nowMs() };
    gateway.emit({ t: 'GUILD_CREATE', d: guildCreate(servers, guild), guildId, intent: 'GUILDS' });
    servers.changed('members');
  }

  // Of its own roles an app hears without the members' intent.
  // https://discord.com/developers/docs/events/gateway-events#guild-member-update
  #giveRole(guild: Guild, userId: string, roleId: string): void {
    const { servers, gateway } = this.#core;
    const member = guild.members[userId];
    if (!member) throw new NotPossible('user_not_found', `${userId} is not in ${guild.id}`);
    member.roles.push(roleId);
    const intent = userId === servers.botId ? 'GUILDS' : 'GUILD_MEMBERS';
    const d = { guild_id: guild.id, ...memberWithUser(servers, member) };
    gateway.emit({ t: 'GUILD_MEMBER_UPDATE', d, guildId: guild.id, intent });
    servers.changed('members');
  }

  #tell(t: string, guildId: string, d: Parameters<Core['gateway']['emit']>[0]['d']): void {
    const members = t.startsWith('GUILD_MEMBER');
    this.#core.gateway.emit({ t, d, guildId, intent: members ? 'GUILD_MEMBERS' : 'GUILDS' });
    this.#core.servers.changed('members');
  }

  #overwrite(channelId: string, names: readonly PermissionName[], how: 'allow' | 'deny'): void {
    const channel = this.#channel(channelId);
    const { botId } = this.#core.servers;
    const own = channel.overwrites.find((one) => one.id === botId) ?? {
      ...{ id: botId, type: 'member' as const, allow: '0', deny: '0' },
    };
    const bits = names.reduce((all, name) => all | permissionBit(name), 0n);
    const other = how === 'allow' ? 'deny' : 'allow';
    own[how] = String(BigInt(own[how]) | bits);
    own[other] = String(BigInt(own[other]) & ~bits);
    if (!channel.overwrites.includes(own)) channel.overwrites.push(own);
    announceChannel(this.#core, 'CHANNEL_UPDATE', channel);
    this.#core.servers.changed('channels');
  }

  #user(id: string): User {
    const found = this.#core.servers.state.users[id];
    if (!found) throw new NotPossible('user_not_found', `there is nobody called ${id}`);
    return found;
  }

  #channel(id: string): Channel {
    const found = this.#core.servers.state.channels[id];
    if (!found) throw new NotPossible('channel_not_found', `there is no channel ${id}`);
    return found;
  }

  #guild(id: string): Guild {
    const found = this.#core.servers.state.guilds[id];
    if (!found) throw new NotPossible('guild_not_found', `there is no guild ${id}`);
    return found;
  }
}
