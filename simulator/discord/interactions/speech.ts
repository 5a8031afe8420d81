import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { announceMessage, wakeThread } from '../gateway/announce.ts';
import { postMessage } from '../state/messages.ts';
import type { Message } from '../state/model.ts';
import { may } from '../state/permissions.ts';

export interface Said {
  readonly userId: string;
  readonly channelId: string;
  readonly text: string;
  readonly files?: readonly string[] | undefined;
  /** The message that it replies to. */
  readonly replyTo?: string | undefined;
}

/** A person writes a message. */
export function speak(core: Core, { userId, channelId, text, files = [], replyTo }: Said): Message {
  const { servers } = core;
  const channel = servers.state.channels[channelId];
  if (!channel || !may(servers, channel, { userId, name: 'VIEW_CHANNEL' }))
    throw new NotPossible('channel_not_found', `${userId} cannot see ${channelId}`);
  if (
    !may(servers, channel, {
      userId,
      name: channel.kind === 'thread' ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES',
    })
  )
    throw new NotPossible('not_permitted', `${userId} may not write in ${channelId}`);
  if (text === '' && files.length === 0) throw new NotPossible('empty_message', 'there is nothing to send');
  const message = postMessage(servers, {
    channelId,
    authorId: userId,
    content: text,
    attachments: files,
    ...(replyTo ? { reference: replyTo, type: 'reply' } : {}),
  });
  wakeThread(core, channel);
  announceMessage(core, 'MESSAGE_CREATE', message);
  return message;
}
