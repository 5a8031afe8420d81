import { UpdateThreadRequestPartialSchema } from 'discord-api-spec/zod';
import type { Core } from '../../core.ts';
import { announceChannel } from '../../gateway/announce.ts';
import { channelObject } from '../../objects/channel.ts';
import { guildObject } from '../../objects/guild.ts';
import { memberWithUser, roleObject } from '../../objects/people.ts';
import { removeChannel } from '../../state/channels.ts';
import { checkBody } from '../../validation/spec/check.ts';
import { ownGuild, requirePermission, visibleChannel } from '../access.ts';
import { DiscordRefusal } from '../refusal.ts';
import { ok, param, type Route } from '../route.ts';

const getChannel: Route = {
  name: 'getChannel',
  method: 'GET',
  path: '/channels/:channel',
  auth: 'bot',
  run: (request, core) => ok(channelObject(core.servers, visibleChannel(core, param(request, 'channel')))),
};

/** Only threads: nothing else about a channel is an app's business here. */
const patchChannel: Route = {
  name: 'modifyChannel',
  method: 'PATCH',
  path: '/channels/:channel',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    if (channel.kind !== 'thread') throw new DiscordRefusal('wrongChannelType');
    checkBody(UpdateThreadRequestPartialSchema, request.body);
    const { archived, locked, name } = request.body;
    if (channel.ownerId !== core.servers.botId || locked !== undefined)
      requirePermission(core, channel, 'MANAGE_THREADS');
    if (typeof archived === 'boolean') channel.archived = archived;
    if (typeof locked === 'boolean') channel.locked = locked;
    if (typeof name === 'string') channel.name = name;
    core.servers.changed('channels');
    announceChannel(core, 'THREAD_UPDATE', channel);
    return ok(channelObject(core.servers, channel));
  },
};

const deleteChannel: Route = {
  name: 'deleteChannel',
  method: 'DELETE',
  path: '/channels/:channel',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    if (channel.kind === 'text') requirePermission(core, channel, 'MANAGE_CHANNELS');
    if (channel.kind === 'thread') requirePermission(core, channel, 'MANAGE_THREADS');
    const body = channelObject(core.servers, channel);
    if (channel.kind !== 'dm') removeChannel(core.servers, channel);
    announceChannel(core, channel.kind === 'thread' ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel);
    return ok(body);
  },
};

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
  getChannel,
  patchChannel,
  deleteChannel,
  getGuild,
  getGuildChannels,
  getGuildRoles,
  getMember,
  listMembers,
];

function hasMembersIntent({ servers }: Core): boolean {
  return servers.options.privilegedIntents?.includes('GUILD_MEMBERS') ?? false;
}
