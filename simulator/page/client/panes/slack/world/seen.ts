import { isRecord } from '../../../record.ts';
import { remembered } from '../../../remembered.ts';
import type { Screen, SlackConversation, SlackMessage } from './wire.ts';

type Seen = Readonly<Record<string, string>>;

/** Up to which message each person has read each conversation: Slack knows, the stand-in does not. */
const seen = remembered<Seen>('slack.seen', (stored) =>
  isRecord(stored)
    ? Object.fromEntries(
        Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {},
);

const keyOf = (person: string, conversation: string) => `${person}/${conversation}`;

export const seenMarks = seen;

export function markSeen(person: string, { id, messages }: SlackConversation): void {
  const last = messages.at(-1)?.ts;
  const key = keyOf(person, id);
  if (last && (seen.value[key] ?? '') < last) seen.update((marks) => ({ ...marks, [key]: last }));
}

export function unreadIn(
  marks: Seen,
  person: string,
  conversation: SlackConversation,
): readonly SlackMessage[] {
  const mark = marks[keyOf(person, conversation.id)] ?? '';
  return conversation.messages.filter((message) => message.ts > mark && message.user !== person);
}

/** Slack counts on a badge what speaks to somebody: direct messages and mentions. The rest only makes a name bold. */
export function badgeOf(marks: Seen, person: string, conversation: SlackConversation): number {
  const unread = unreadIn(marks, person, conversation);
  const direct = conversation.kind === 'im' || conversation.kind === 'mpim';
  return direct ? unread.length : unread.filter((message) => pings(message, person)).length;
}

const pings = ({ pings: all, is_ephemeral }: SlackMessage, person: string) =>
  is_ephemeral || all.some((ping) => ping === person || ping.startsWith('@'));

export function unreadOnScreen(marks: Seen, screen: Screen): number {
  return screen.conversations.reduce(
    (sum, conversation) => sum + unreadIn(marks, screen.me.id, conversation).length,
    0,
  );
}
