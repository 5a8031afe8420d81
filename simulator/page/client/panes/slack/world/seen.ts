import { markSeen, type Readable, type SeenMarks, seenMarks, unreadOf } from '../../shared/world/seen.ts';
import type { Screen, SlackConversation, SlackMessage } from './wire.ts';

export const slackSeen = seenMarks('slack');

const readable = (person: string, { id, messages }: SlackConversation): Readable => ({
  person,
  place: id,
  messages: messages.map(({ ts, user }) => ({ id: ts, author: user })),
});

export const markRead = (person: string, conversation: SlackConversation): void =>
  markSeen(slackSeen, readable(person, conversation));

export function unreadIn(marks: SeenMarks, person: string, conversation: SlackConversation): number {
  return unreadOf(marks, readable(person, conversation)).length;
}

/** Slack counts on a badge what speaks to somebody: direct messages and mentions. The rest only makes a name bold. */
export function badgeOf(marks: SeenMarks, person: string, conversation: SlackConversation): number {
  const unread = new Set(unreadOf(marks, readable(person, conversation)));
  const direct = conversation.kind === 'im' || conversation.kind === 'mpim';
  if (direct) return unread.size;
  return conversation.messages.filter((message) => unread.has(message.ts) && pings(message, person)).length;
}

const pings = ({ pings: all, is_ephemeral }: SlackMessage, person: string) =>
  is_ephemeral || all.some((ping) => ping === person || ping.startsWith('@'));

export function unreadOnScreen(marks: SeenMarks, screen: Screen): number {
  return screen.conversations.reduce(
    (sum, conversation) => sum + unreadIn(marks, screen.me.id, conversation),
    0,
  );
}
