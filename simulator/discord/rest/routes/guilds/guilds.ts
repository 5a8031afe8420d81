import type { Core } from '../../../core.ts';
import { channelObject } from '../../../objects/channel.ts';
import { guildObject } from '../../../objects/guild.ts';
import { memberWithUser, roleObject } from '../../../objects/people.ts';
import { threadsOf } from '../../../state/channels.ts';
import { ownGuild } from '../../access.ts';
import { DiscordRefusal } from '../../refusal.ts';
import { ok, param, type Route } from '../../route.ts';

const getGuild: Route = {
  name: 'getGuild',
  method: 'GET',
  path: '/guilds/:guild',
  auth: 'bot',
  run: (request, core) => ok(guildObject(ownGuild(core, param(request, 'guild')))),
};

const getGuildChannels: Route = {
  name: 'getGuildChannels',
  method: 'GET',
  path: '/guilds/:guild/channels',
  auth: 'bot',
  run(request, core) {
    const guild = ownGuild(core, param(request, 'guild'));
    const channels = Object.values(core.servers.state.channels);
    const own = channels.filter((channel) => channel.guildId === guild.id && channel.kind === 'text');
    return ok(own.map((channel) => channelObject(core.servers, channel)));
  },
};

const getGuildRoles: Route = {
  name: 'getGuildRoles',
  method: 'GET',
  path: '/guilds/:guild/roles',
  auth: 'bot',
  run(request, core) {
    const guild = ownGuild(core, param(request, 'guild'));
    return ok(guild.roles.map((role) => roleObject(guild, role)));
  },
};

const getGuildRole: Route = {
  name: 'getGuildRole',
  method: 'GET',
  path: '/guilds/:guild/roles/:role',
  auth: 'bot',
  run(request, core) {
    const guild = ownGuild(core, param(request, 'guild'));
    const role = guild.roles.find(({ id }) => id === param(request, 'role'));
    if (!role)
      throw new DiscordRefusal('unknownRole', {
        circumstance: core.servers.state.deleted.includes(param(request, 'role')),
      });
    return ok(roleObject(guild, role));
  },
};

const getActiveThreads: Route = {
  name: 'getActiveThreads',
  method: 'GET',
  path: '/guilds/:guild/threads/active',
  auth: 'bot',
  run(request, core) {
    const guild = ownGuild(core, param(request, 'guild'));
    const threads = threadsOf(core.servers, guild.id).map((thread) => channelObject(core.servers, thread));
    return ok({ threads, members: [] });
  },
};

const getMember: Route = {
  name: 'getGuildMember',
  method: 'GET',
  path: '/guilds/:guild/members/:user',
  auth: 'bot',
  run(request, core) {
    const member = ownGuild(core, param(request, 'guild')).members[param(request, 'user')];
    if (!member) throw new DiscordRefusal('unknownMember', { circumstance: true });
    return ok(memberWithUser(core.servers, member));
  },
};

/** Needs the members' intent. https://discord.com/developers/docs/resources/guild#list-guild-members */
const listMembers: Route = {
  name: 'listGuildMembers',
  method: 'GET',
  path: '/guilds/:guild/members',
  auth: 'bot',
  run(request, core) {
    const guild = ownGuild(core, param(request, 'guild'));
    if (!hasMembersIntent(core)) throw new DiscordRefusal('missingAccess');
    const limit = Number(request.query.limit ?? 1);
    const members = Object.values(guild.members).slice(0, limit);
    return ok(members.map((member) => memberWithUser(core.servers, member)));
  },
};

export const GUILD_ROUTES = [
  getGuild,
  getGuildChannels,
  getGuildRoles,
  getGuildRole,
  getActiveThreads,
  getMember,
  listMembers,
];

function hasMembersIntent({ servers }: Core): boolean {
  return servers.options.privilegedIntents?.includes('GUILD_MEMBERS') ?? false;
}
