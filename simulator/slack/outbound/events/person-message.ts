import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { isMember } from '../../state/conversations.ts';
import { findMessage, postMessage } from '../../state/messages.ts';
import type { Conversation, Message } from '../../state/model.ts';
import { messageObject } from '../../web-api/objects.ts';
import { typedMessage } from './typed-text.ts';

export interface Typed {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** Somebody writes a message; the app hears of it where it is a member and subscribed. */
export function typeMessage(core: Core, typed: Typed): Message {
  const { workspace, events } = core;
  const conversation = writableBy(core, typed);
  const message = postMessage(workspace, { ...typed, text: typedMessage(workspace, typed.text) });
  const channel = { channel: conversation.id, channel_type: CHANNEL_TYPE[conversation.kind] };
  const shared = message.files.length > 0 ? { subtype: 'file_share', upload: false } : {};
  events.emit({ ...messageObject(workspace, message), ...channel, ...shared });
  for (const id of message.files) announceFile(core, id, conversation.id);
  if (message.text.includes(`<@${workspace.bot.userId}>`)) {
    events.emit({ ...messageObject(workspace, message), type: 'app_mention', channel: conversation.id });
  }
  return message;
}

function announceFile({ workspace, events }: Core, id: string, channel: string): void {
  const file = workspace.state.files[id];
  if (!file) throw new NotPossible('file_not_found', `there is no file ${id}`);
  file.channels.push(channel);
  events.emit({ type: 'file_shared', file_id: id, user_id: file.user, file: { id }, channel_id: channel });
}

function writableBy({ workspace }: Core, { user, channel, threadTs }: Typed): Conversation {
  const conversation = workspace.state.conversations[channel];
  if (!conversation || !isMember(conversation, user)) {
    throw new NotPossible('channel_not_found', `${user} is not a member of ${channel}`);
  }
  const home = workspace.options.manifest.features?.app_home;
  const withBot = conversation.kind === 'im' && isMember(conversation, workspace.bot.userId);
  if (withBot && (!home?.messages_tab_enabled || home.messages_tab_read_only_enabled)) {
    throw new NotPossible('messages_tab_disabled', 'the manifest does not let people write to the app');
  }
  if (threadTs !== undefined && !findMessage(workspace, channel, threadTs)) {
    throw new NotPossible('thread_not_found', `there is no message ${threadTs} in ${channel}`);
  }
  return conversation;
}
