import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { type JsonObject, objectAt, stringAt } from '../../../../common/json.ts';
import type { Core } from '../../../core.ts';
import { announceDeletion, announceMessage, wakeThread } from '../../../gateway/announce.ts';
import { messageObject } from '../../../objects/message.ts';
import { deleteMessage, editMessage, FLAGS, messagesIn, postMessage } from '../../../state/messages.ts';
import type { Channel, Message } from '../../../state/model.ts';
import { acceptMessage } from '../../../validation/accept.ts';
import { existingMessage, requirePermission, requireWriting, visibleChannel } from '../../access.ts';
import { DiscordRefusal, invalidForm } from '../../refusal.ts';
import { done, ok, param, type RestRequest, type Route } from '../../route.ts';

const POSTED_FLAGS = FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.IS_COMPONENTS_V2;
const EDITED_FLAGS = FLAGS.SUPPRESS_EMBEDS | FLAGS.IS_COMPONENTS_V2;

/** For so long a nonce is remembered. https://discord.com/developers/docs/resources/message#create-message */
const NONCE_MS = 5 * 60_000;

const createMessage: Route = {
  name: 'createMessage',
  method: 'POST',
  path: '/channels/:channel/messages',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    requireWriting(core, channel);
    requireWhatItCarries(core, channel, request);
    const before = sameNonce(core, channel, request.body);
    if (before) return ok(messageObject(core.servers, before));
    const content = acceptMessage(core, {
      schema: MessageCreateRequestSchema,
      body: request.body,
      content: request.body,
      files: request.files,
      where: this.name,
      allowedFlags: POSTED_FLAGS,
    });
    const reference = replyTo(core, channel, request.body);
    const message = postMessage(core.servers, {
      ...content,
      channelId: channel.id,
      authorId: core.servers.botId,
      nonce: nonceOf(request.body),
      ...(reference ? { reference, type: 'reply' } : {}),
    });
    wakeThread(core, channel);
    announceMessage(core, 'MESSAGE_CREATE', message);
    return ok(messageObject(core.servers, message));
  },
};

const editOwnMessage: Route = {
  name: 'editMessage',
  method: 'PATCH',
  path: '/channels/:channel/messages/:message',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    const message = existingMessage(core, channel, param(request, 'message'));
    if (message.authorId !== core.servers.botId) throw new DiscordRefusal('notTheAuthor');
    const content = acceptMessage(core, {
      schema: MessageEditRequestPartialSchema,
      body: request.body,
      content: request.body,
      files: request.files,
      where: this.name,
      allowedFlags: EDITED_FLAGS,
      editing: message,
    });
    editMessage(core.servers, message, content);
    announceMessage(core, 'MESSAGE_UPDATE', message);
    return ok(messageObject(core.servers, message));
  },
};

const removeMessage: Route = {
  name: 'deleteMessage',
  method: 'DELETE',
  path: '/channels/:channel/messages/:message',
  auth: 'bot',
  run(request, core) {
    const channel = visibleChannel(core, param(request, 'channel'));
    const message = existingMessage(core, channel, param(request, 'message'));
    if (message.authorId !== core.servers.botId) requirePermission(core, channel, 'MANAGE_MESSAGES');
    deleteMessage(core.servers, message);
    announceDeletion(core, channel, message.id);
    return done;
  },
};

export const MESSAGE_ROUTES = [createMessage, editOwnMessage, removeMessage];

function requireWhatItCarries(core: Core, channel: Channel, { files, body }: RestRequest): void {
  if (files.length > 0) requirePermission(core, channel, 'ATTACH_FILES');
  if (body.message_reference) requirePermission(core, channel, 'READ_MESSAGE_HISTORY');
}

function nonceOf({ nonce }: JsonObject): string | number | undefined {
  return typeof nonce === 'string' || typeof nonce === 'number' ? nonce : undefined;
}

function sameNonce({ servers }: Core, channel: Channel, body: JsonObject): Message | undefined {
  const nonce = nonceOf(body);
  if (body.enforce_nonce !== true || nonce === undefined) return undefined;
  const since = servers.nowMs() - NONCE_MS;
  return messagesIn(servers, channel.id).findLast(
    (message) => String(message.nonce) === String(nonce) && message.createdAt >= since,
  );
}

function replyTo({ servers }: Core, channel: Channel, body: JsonObject): string | undefined {
  const reference = objectAt(body, 'message_reference');
  const id = reference && stringAt(reference, 'message_id');
  if (!reference || id === undefined) return undefined;
  if (messagesIn(servers, channel.id).some((message) => message.id === id)) return id;
  if (reference.fail_if_not_exists === false) return undefined;
  throw invalidForm(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}
