import type { Conversation } from './model.ts';
import type { Workspace } from './workspace.ts';

/** The direct messages between exactly these people, opened now if they never spoke. The bot counts as one of them. */
export function openDirect(workspace: Workspace, members: readonly string[]): Conversation {
  const wanted = [...new Set(members)].sort();
  const found = Object.values(workspace.state.conversations).find(
    (conversation) => isDirect(conversation) && sameMembers(conversation, wanted),
  );
  return found ?? createDirect(workspace, wanted);
}

function createDirect(workspace: Workspace, members: string[]): Conversation {
  const kind = members.length > 2 ? 'mpim' : 'im';
  const id = workspace.nextId(kind === 'im' ? 'D' : 'G');
  const conversation: Conversation = {
    id,
    name: id,
    kind,
    members,
    createdAt: workspace.nowMs(),
    archived: false,
  };
  workspace.state.conversations[id] = conversation;
  workspace.changed('conversations');
  return conversation;
}

/** Direct messages have no name, and only their members know of them. */
export function isDirect(conversation: Conversation): boolean {
  return conversation.kind === 'im' || conversation.kind === 'mpim';
}

function sameMembers(conversation: Conversation, sorted: readonly string[]): boolean {
  return [...conversation.members].sort().join() === sorted.join();
}

export function isMember(conversation: Conversation, user: string): boolean {
  return conversation.members.includes(user);
}

/** Public channels are open to everybody's eyes; everything else to its members. */
export function canSee(conversation: Conversation, user: string): boolean {
  return conversation.kind === 'public' || isMember(conversation, user);
}

/** Everything in this person's sidebar, public channels that they did not join included. */
export function conversationsOf(workspace: Workspace, user: string): Conversation[] {
  return Object.values(workspace.state.conversations).filter((conversation) => canSee(conversation, user));
}
