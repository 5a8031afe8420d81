import type { JsonObject } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { conversationsOf, isMember } from '../../state/conversations.ts';
import { currentValues } from '../../state/modals/modal-values.ts';
import { stackOf } from '../../state/modals/views.ts';
import type { Conversation, EphemeralMessage, Message, View } from '../../state/model.ts';
import { messageObject, viewObject } from '../../web-api/objects.ts';
import { visibleMessage } from '../visible.ts';

/** Everything on one person's screen, for the page to draw. The shapes are those of README.md. */
export function personState(core: Core, user: string) {
  const { workspace } = core;
  const home = workspace.state.homes[user];
  return {
    me: workspace.state.users[user],
    team: workspace.team,
    bot: workspace.bot,
    users: Object.values(workspace.state.users),
    commands: workspace.options.manifest.features?.slash_commands ?? [],
    conversations: conversationsOf(workspace, user).map((one) => conversationState(core, user, one)),
    modals: stackOf(workspace, user).map((view) => viewState(core, view)),
    home: home ? viewState(core, home) : null,
    notices: workspace.state.notices.filter((notice) => notice.user === user),
  };
}

function conversationState(core: Core, user: string, conversation: Conversation) {
  const { messages, ephemerals } = core.workspace.state;
  const own = ephemerals.filter((one) => one.to === user && one.channel === conversation.id);
  const all = [...(messages[conversation.id] ?? []), ...own].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  return {
    id: conversation.id,
    name: nameFor(core, user, conversation),
    kind: conversation.kind,
    isMember: isMember(conversation, user),
    withBot: conversation.kind === 'im' && isMember(conversation, core.workspace.bot.userId),
    messages: all.map((message) => messageState(core, user, message)),
  };
}

function nameFor({ workspace }: Core, user: string, conversation: Conversation): string {
  if (conversation.kind !== 'im') return conversation.name;
  const other = conversation.members.find((member) => member !== user) ?? user;
  return workspace.state.users[other]?.name ?? other;
}

function messageState(core: Core, user: string, message: Message | EphemeralMessage): JsonObject {
  const rendered = visibleMessage({ workspace: core.workspace, user }, message);
  return {
    ...messageObject(core.workspace, message),
    channel: message.channel,
    is_ephemeral: 'to' in message,
    visible_text: rendered.text,
    pings: rendered.pings,
  };
}

function viewState({ workspace }: Core, view: View): JsonObject {
  return {
    ...viewObject(workspace, view),
    state: { values: currentValues(workspace, view) },
    errors: view.errors,
    failure: view.failure ?? null,
  };
}
