import type { JsonObject } from '../../../common/json.ts';
import { linkNames } from '../../outbound/events/typed-text.ts';
import { isMember } from '../../state/conversations.ts';
import { deleteMessage, editMessage, postEphemeral, postMessage } from '../../state/messages.ts';
import type { Conversation } from '../../state/model.ts';
import { acceptMessage, acceptUpdate } from '../../validation/message.ts';
import * as arg from '../arguments.ts';
import { existingMessage, visibleConversation, writableConversation } from '../conversation-access.ts';
import { method, type Servers } from '../method.ts';
import { messageObject } from '../objects.ts';
import { WebApiRefusal } from '../refusal.ts';

const content = {
  text: arg.text.optional(),
  blocks: arg.jsonList('invalid_blocks_format').optional(),
  attachments: arg.jsonList('invalid_attachments').optional(),
  metadata: arg.jsonObject('invalid_metadata_format').optional(),
  link_names: arg.flag.optional(),
  parse: arg.text.optional(),
  thread_ts: arg.text.optional(),
  mrkdwn: arg.flag.optional(),
};

const unfurling = {
  unfurl_links: arg.flag.optional(),
  unfurl_media: arg.flag.optional(),
  reply_broadcast: arg.flag.optional(),
};

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const chatPostMessage = method({
  scopes: ['chat:write'],
  args: { channel: arg.text, ...content, ...unfurling },
  run(args, servers) {
    const { workspace } = servers;
    const conversation = writableConversation(servers, args.channel);
    const accepted = acceptMessage(workspace, linked(servers, args));
    const threadTs = threadRoot(servers, conversation, args.thread_ts);
    const message = postMessage(workspace, {
      channel: conversation.id,
      user: workspace.bot.userId,
      ...accepted,
      threadTs,
    });
    servers.emitEvent({ ...messageObject(workspace, message), ...channelFields(conversation) });
    return { ok: true, channel: conversation.id, ts: message.ts, message: messageObject(workspace, message) };
  },
});

/** https://docs.slack.dev/reference/methods/chat.update */
export const chatUpdate = method({
  scopes: ['chat:write'],
  args: { channel: arg.text, ts: arg.text, ...content, reply_broadcast: arg.flag.optional() },
  run(args, servers) {
    const { workspace } = servers;
    const conversation = visibleConversation(servers, args.channel);
    const message = existingMessage(servers, conversation, args.ts);
    if (!message.byBot) throw new WebApiRefusal('cant_update_message');
    const before = messageObject(workspace, message);
    editMessage(workspace, message, acceptUpdate(workspace, args));
    const after = messageObject(workspace, message);
    servers.emitEvent(changedEvent(servers, conversation, { message: after, previous_message: before }));
    return { ok: true, channel: conversation.id, ts: message.ts, text: message.text, message: after };
  },
});

/** https://docs.slack.dev/reference/methods/chat.delete */
export const chatDelete = method({
  scopes: ['chat:write'],
  args: { channel: arg.text, ts: arg.text },
  run(args, servers) {
    const conversation = visibleConversation(servers, args.channel);
    const message = existingMessage(servers, conversation, args.ts);
    if (!message.byBot) throw new WebApiRefusal('cant_delete_message');
    deleteMessage(servers.workspace, conversation.id, message.ts);
    return { ok: true, channel: conversation.id, ts: message.ts };
  },
});

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
export const chatPostEphemeral = method({
  scopes: ['chat:write'],
  args: { channel: arg.text, user: arg.text, ...content },
  run(args, servers) {
    const { workspace } = servers;
    const conversation = writableConversation(servers, args.channel);
    if (!isMember(conversation, args.user)) throw new WebApiRefusal('user_not_in_channel');
    const accepted = acceptMessage(workspace, args);
    const threadTs = threadRoot(servers, conversation, args.thread_ts);
    const draft = { channel: conversation.id, user: workspace.bot.userId, ...accepted, threadTs };
    return { ok: true, message_ts: postEphemeral(workspace, draft, args.user).ts };
  },
});

interface Linkable {
  readonly text?: string | undefined;
  readonly link_names?: boolean | undefined;
  readonly parse?: string | undefined;
}

// With these arguments plain words like @channel start to ping. https://docs.slack.dev/reference/methods/chat.postMessage#formatting
function linked<T extends Linkable>({ workspace }: Servers, args: T): T {
  if (args.text === undefined || !(args.link_names || args.parse === 'full')) return args;
  const text = linkNames(workspace, args.text).replaceAll(/@(channel|here|everyone)\b/g, '<!$1>');
  return { ...args, text };
}

// A reply to a reply belongs to the thread's parent, which is what Slack's clients show as well.
function threadRoot(
  servers: Servers,
  conversation: Conversation,
  ts: string | undefined,
): string | undefined {
  if (ts === undefined) return undefined;
  const parent = servers.workspace.state.messages[conversation.id]?.find((message) => message.ts === ts);
  if (!parent) throw new WebApiRefusal('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

function channelFields(conversation: Conversation): JsonObject {
  return { channel: conversation.id, channel_type: CHANNEL_TYPE[conversation.kind] };
}

function changedEvent({ workspace }: Servers, conversation: Conversation, parts: JsonObject): JsonObject {
  const ts = workspace.nextTs();
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ts,
    ...channelFields(conversation),
    ...parts,
  };
}
