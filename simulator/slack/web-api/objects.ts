import type { JsonObject } from '../../common/json.ts';
import { isDirect } from '../state/conversations.ts';
import { repliesTo } from '../state/messages.ts';
import type { Conversation, EphemeralMessage, Message, StoredFile, User, View } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';

/** A message as the API and the events show it. https://docs.slack.dev/reference/events/message */
export function messageObject(workspace: Workspace, message: Message | EphemeralMessage): JsonObject {
  const { files, metadata, reactions } = 'to' in message ? ephemeralParts() : message;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: workspace.team.id,
    ...(message.byBot ? botFields(workspace) : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(files.length > 0 ? { files: files.flatMap((id) => fileOf(workspace, id)) } : {}),
    ...(metadata ? { metadata } : {}),
    ...reactionFields(reactions),
    ...threadFields(workspace, message),
  };
}

function ephemeralParts(): Pick<Message, 'files' | 'metadata' | 'reactions'> {
  return { files: [], reactions: {} };
}

function botFields(workspace: Workspace): JsonObject {
  const { botId, appId, name } = workspace.bot;
  return {
    bot_id: botId,
    app_id: appId,
    bot_profile: { id: botId, app_id: appId, name, deleted: false, team_id: workspace.team.id },
  };
}

function reactionFields(reactions: Record<string, string[]>): JsonObject {
  const list = Object.entries(reactions).map(([name, users]) => ({ name, users, count: users.length }));
  return list.length === 0 ? {} : { reactions: list };
}

function threadFields(workspace: Workspace, message: Message | EphemeralMessage): JsonObject {
  if (message.threadTs) return { thread_ts: message.threadTs, ...parentFields(workspace, message) };
  const replies = repliesTo(workspace, message.channel, message.ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
  };
}

function parentFields({ state }: Workspace, { channel, threadTs }: Message | EphemeralMessage): JsonObject {
  const parent = state.messages[channel]?.find(({ ts }) => ts === threadTs);
  return parent ? { parent_user_id: parent.user } : {};
}

function fileOf(workspace: Workspace, id: string): JsonObject[] {
  const file = workspace.state.files[id];
  return file ? [fileObject(file, workspace.publicUrl())] : [];
}

/** https://docs.slack.dev/reference/objects/file-object */
export function fileObject(file: StoredFile, baseUrl: string): JsonObject {
  const url = `${baseUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? '',
    user: file.user,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: url,
    url_private_download: `${url}?download=1`,
    channels: file.channels,
  };
}

/** https://docs.slack.dev/reference/objects/conversation-object */
export function conversationObject(workspace: Workspace, conversation: Conversation): JsonObject {
  const { id, name, kind, createdAt, members } = conversation;
  const shared = {
    id,
    created: Math.floor(createdAt / 1_000),
    is_archived: conversation.archived,
    context_team_id: workspace.team.id,
  };
  if (kind === 'im') {
    return { ...shared, is_im: true, user: members.find((member) => member !== workspace.bot.userId) };
  }
  return {
    ...shared,
    name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_mpim: kind === 'mpim',
    is_im: false,
    is_private: isDirect(conversation) || kind === 'private',
    is_member: members.includes(workspace.bot.userId),
    num_members: members.length,
  };
}

/** https://docs.slack.dev/reference/objects/user-object */
export function userObject(workspace: Workspace, user: User, withLocale: boolean): JsonObject {
  return {
    id: user.id,
    team_id: workspace.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    profile: { real_name: user.realName, display_name: user.name, team: workspace.team.id },
    is_bot: user.isBot,
    is_app_user: false,
    ...(withLocale ? { locale: user.locale } : {}),
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewObject(workspace: Workspace, view: View): JsonObject {
  return {
    id: view.id,
    team_id: workspace.team.id,
    private_metadata: '',
    callback_id: '',
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    ...view.content,
    state: { values: view.values },
    hash: view.hash,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.bot.appId,
    external_id: view.externalId,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.bot.botId,
  };
}
