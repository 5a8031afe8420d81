import {
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import type { JsonObject } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import { announceChannel, announceMessage } from '../../../gateway/announce.ts';
import { channelObject } from '../../../objects/channel.ts';
import { openThread, type ThreadStart } from '../../../state/channels.ts';
import { FLAGS, postMessage } from '../../../state/messages.ts';
import { checkBody } from '../../../validation/spec/check.ts';
import { existingMessage, requirePermission, visibleChannel } from '../../access.ts';
import { DiscordRefusal } from '../../refusal.ts';
import { done, param, type Reply, type Route } from '../../route.ts';

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
const startFromMessage: Route = {
  name: 'startThreadFromMessage',
  method: 'POST',
  path: '/channels/:channel/messages/:message/threads',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    if (channel.kind !== 'text') throw new DiscordRefusal('wrongChannelType');
    const message = existingMessage(core, channel, param(request, 'message'));
    requirePermission(core, channel, 'CREATE_PUBLIC_THREADS');
    checkBody(CreateTextThreadWithMessageRequestSchema, request.body);
    if (core.servers.state.channels[message.id])
      throw new DiscordRefusal('threadExists', { circumstance: true });
    const thread = openThread(core.servers, channel, {
      ...startOf(core, request.body),
      messageId: message.id,
    });
    message.flags |= FLAGS.HAS_THREAD;
    announceMessage(core, 'MESSAGE_UPDATE', message);
    return started(core, thread);
  },
};

const startWithoutMessage: Route = {
  name: 'startThread',
  method: 'POST',
  path: '/channels/:channel/threads',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    if (channel.kind !== 'text') throw new DiscordRefusal('wrongChannelType');
    checkBody(CreateTextThreadWithoutMessageRequestSchema, request.body);
    requirePermission(core, channel, 'CREATE_PUBLIC_THREADS');
    const thread = openThread(core.servers, channel, startOf(core, request.body));
    const { botId } = core.servers;
    const notice = { channelId: channel.id, authorId: botId, content: thread.name, reference: thread.id };
    postMessage(core.servers, { ...notice, type: 'thread-created' });
    return started(core, thread);
  },
};

/** The bot, or somebody else, joins a thread. */
const addMember: Route = {
  name: 'addThreadMember',
  method: 'PUT',
  path: '/channels/:channel/thread-members/:user',
  auth: 'bot',
  run(request, core) {
    const thread = visibleChannel(core, param(request, 'channel'));
    if (thread.kind !== 'thread') throw new DiscordRefusal('wrongChannelType');
    return done;
  },
};

export const THREAD_ROUTES = [startFromMessage, startWithoutMessage, addMember];

function startOf({ servers }: Core, body: JsonObject): ThreadStart {
  const { name, auto_archive_duration: minutes } = body;
  return {
    name: String(name),
    ownerId: servers.botId,
    autoArchiveMinutes: typeof minutes === 'number' ? minutes : undefined,
  };
}

function started(core: Core, thread: Parameters<typeof announceChannel>[2]): Reply {
  announceChannel(core, 'THREAD_CREATE', thread);
  return { status: 201, body: { ...channelObject(core.servers, thread), newly_created: true } };
}
