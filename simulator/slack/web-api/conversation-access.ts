import { canSee, isMember, openDirect } from '../state/conversations.ts';
import { findMessage } from '../state/messages.ts';
import type { Conversation, Message } from '../state/model.ts';
import { requireScope, type Servers } from './method.ts';
import { WebApiRefusal } from './refusal.ts';

const FAMILY = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** Scopes differ by kind of conversation, e.g. `channels:history` and `im:history`. */
export function requireKindScope(servers: Servers, conversation: Conversation, right: string): void {
  requireScope(servers, `${FAMILY[conversation.kind]}:${right}`);
}

/** A conversation that exists for the bot: what it cannot see does not exist. */
export function visibleConversation({ workspace }: Servers, id: string): Conversation {
  const conversation = workspace.state.conversations[id];
  if (!conversation || !canSee(conversation, workspace.bot.userId))
    throw new WebApiRefusal('channel_not_found');
  return conversation;
}

/** Where the bot may write. A user id means the direct messages with that person, opened as needed. */
export function writableConversation(servers: Servers, id: string): Conversation {
  const { workspace } = servers;
  const conversation = workspace.state.users[id] ? directWith(servers, id) : visibleConversation(servers, id);
  if (conversation.archived) throw new WebApiRefusal('is_archived');
  refuseClosedTab(servers, conversation);
  const open = isMember(conversation, workspace.bot.userId);
  const public_ = conversation.kind === 'public' && workspace.scopes.includes('chat:write.public');
  if (!open && !public_) throw new WebApiRefusal('not_in_channel');
  return conversation;
}

// https://docs.slack.dev/surfaces/app-home#messages-tab
function refuseClosedTab({ workspace }: Servers, conversation: Conversation): void {
  const tab = workspace.options.manifest.features?.app_home?.messages_tab_enabled ?? false;
  if (conversation.kind === 'im' && !tab) throw new WebApiRefusal('messages_tab_disabled');
}

/** Refuses with user_not_found, user_disabled, or cannot_dm_bot. */
export function directWith({ workspace }: Servers, user: string): Conversation {
  if (!workspace.state.users[user]) throw new WebApiRefusal('user_not_found');
  if (workspace.state.users[user].deleted) throw new WebApiRefusal('user_disabled');
  if (workspace.state.users[user].isBot) throw new WebApiRefusal('cannot_dm_bot');
  return openDirect(workspace, [user, workspace.bot.userId]);
}

/** Refuses with message_not_found; private answers do not exist here. */
export function existingMessage(servers: Servers, conversation: Conversation, ts: string): Message {
  const message = findMessage(servers.workspace, conversation.id, ts);
  if (!message) throw new WebApiRefusal('message_not_found');
  return message;
}
