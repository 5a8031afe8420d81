import { UpdateThreadRequestPartialSchema } from 'discord-api-spec/zod';
import { announceChannel } from '../../../gateway/announce.ts';
import { channelObject } from '../../../objects/channel.ts';
import { removeChannel } from '../../../state/channels.ts';
import { checkBody } from '../../../validation/spec/check.ts';
import { requirePermission, requireWriting, visibleChannel } from '../../access.ts';
import { DiscordRefusal } from '../../refusal.ts';
import { done, ok, param, type Route } from '../../route.ts';

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

/** "… is typing": shown to nobody here. */
const startTyping: Route = {
  name: 'triggerTyping',
  method: 'POST',
  path: '/channels/:channel/typing',
  auth: 'bot',
  run(request, core) {
    requireWriting(core, visibleChannel(core, param(request, 'channel')));
    return done;
  },
};

export const CHANNEL_ROUTES = [getChannel, patchChannel, deleteChannel, startTyping];
