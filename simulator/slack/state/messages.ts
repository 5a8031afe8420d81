import type { JsonObject } from '../../common/json.ts';
import type { EphemeralMessage, Message } from './model.ts';
import type { Workspace } from './workspace.ts';

export interface MessageDraft {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly metadata?: JsonObject | undefined;
  readonly threadTs?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

export function postMessage(workspace: Workspace, draft: MessageDraft): Message {
  const message: Message = {
    ts: workspace.nextTs(),
    channel: draft.channel,
    user: draft.user,
    byBot: draft.user === workspace.bot.userId,
    text: draft.text,
    blocks: draft.blocks ?? [],
    attachments: draft.attachments ?? [],
    files: draft.files ?? [],
    reactions: {},
    ...(draft.metadata ? { metadata: draft.metadata } : {}),
    ...(draft.threadTs ? { threadTs: draft.threadTs } : {}),
  };
  const channel = workspace.state.messages[draft.channel] ?? [];
  workspace.state.messages[draft.channel] = channel;
  channel.push(message);
  workspace.changed('messages');
  return message;
}

export function postEphemeral(workspace: Workspace, draft: MessageDraft, to: string): EphemeralMessage {
  const message: EphemeralMessage = {
    ts: workspace.nextTs(),
    channel: draft.channel,
    user: draft.user,
    byBot: true,
    text: draft.text,
    blocks: draft.blocks ?? [],
    attachments: draft.attachments ?? [],
    to,
    ...(draft.threadTs ? { threadTs: draft.threadTs } : {}),
  };
  workspace.state.ephemerals.push(message);
  workspace.changed('messages');
  return message;
}

export function messagesIn(workspace: Workspace, channel: string): readonly Message[] {
  return workspace.state.messages[channel] ?? [];
}

export function findMessage(workspace: Workspace, channel: string, ts: string): Message | undefined {
  return messagesIn(workspace, channel).find((message) => message.ts === ts);
}

/** For response_urls and clicks only; the Web API cannot reach private answers. */
export function findEphemeral(
  workspace: Workspace,
  channel: string,
  ts: string,
): EphemeralMessage | undefined {
  return workspace.state.ephemerals.find((message) => message.channel === channel && message.ts === ts);
}

export function repliesTo(workspace: Workspace, channel: string, ts: string): readonly Message[] {
  return messagesIn(workspace, channel).filter((message) => message.threadTs === ts);
}

export function deleteMessage(workspace: Workspace, channel: string, ts: string): void {
  const kept = messagesIn(workspace, channel).filter((message) => message.ts !== ts);
  workspace.state.messages[channel] = kept;
  workspace.changed('messages');
}

export function deleteEphemeral(workspace: Workspace, ts: string): void {
  workspace.state.ephemerals = workspace.state.ephemerals.filter((message) => message.ts !== ts);
  workspace.changed('messages');
}

/** What chat.update or a response_url changes. Left out is not the same as empty. */
export interface MessageEdit {
  readonly text?: string | undefined;
  readonly blocks?: readonly JsonObject[] | undefined;
  readonly attachments?: readonly JsonObject[] | undefined;
  readonly metadata?: JsonObject | undefined;
}

/** What is left out stays as it was: a new text alone leaves the old blocks standing, as chat.update does. */
export function editMessage(
  workspace: Workspace,
  message: Message | EphemeralMessage,
  edit: MessageEdit,
): void {
  if (edit.text !== undefined) message.text = edit.text;
  if (edit.blocks !== undefined) message.blocks = edit.blocks;
  if (edit.attachments !== undefined) message.attachments = edit.attachments;
  if (edit.metadata !== undefined && !('to' in message)) message.metadata = edit.metadata;
  message.editedTs = workspace.nextTs();
  workspace.changed('messages');
}
