import { markSeen, type Readable, type SeenMarks, seenMarks, unreadOf } from '../../shared/world/seen.ts';
import type { DiscordChannel, Screen } from './wire.ts';

export const discordSeen = seenMarks('discord');

const readable = (person: string, { id, messages }: DiscordChannel): Readable => ({
  person,
  place: id,
  messages: messages.map((message) => ({ id: message.id, author: message.author.id })),
});

export const markRead = (person: string, channel: DiscordChannel): void =>
  markSeen(discordSeen, readable(person, channel));

export function unreadIn(marks: SeenMarks, person: string, channel: DiscordChannel): number {
  return unreadOf(marks, readable(person, channel)).length;
}

/** A red number stands for direct messages and mentions; everything else only makes a name bright. */
export function badgeOf(marks: SeenMarks, person: string, channel: DiscordChannel): number {
  const unread = new Set(unreadOf(marks, readable(person, channel)));
  if (channel.kind === 'dm') return unread.size;
  return channel.messages.filter(
    ({ id, pings }) => unread.has(id) && (pings.includes(person) || pings.includes('@everyone')),
  ).length;
}

export function unreadOnScreen(marks: SeenMarks, screen: Screen): number {
  return screen.channels.reduce((sum, channel) => sum + unreadIn(marks, screen.me.id, channel), 0);
}
