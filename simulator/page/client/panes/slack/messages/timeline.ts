import { useMemo } from 'react';
import type { SlackConversation, SlackMessage } from '../world/wire.ts';

const isReply = (message: SlackMessage) =>
  message.thread_ts !== undefined && message.thread_ts !== message.ts;

/** The conversation without what was said in threads; a private answer inside a thread stays in its thread. */
export function useTimeline({ messages }: SlackConversation): readonly SlackMessage[] {
  return useMemo(() => messages.filter((message) => !isReply(message)), [messages]);
}

export function repliesIn({ messages }: SlackConversation, ts: string): readonly SlackMessage[] {
  return messages.filter((message) => message.thread_ts === ts && message.ts !== ts);
}

export const instantOf = (ts: string) => new Date(Number(ts) * 1_000);

const CLOSE_MS = 5 * 60_000;

/** Slack leaves out name and picture when the same person goes on within five minutes. */
export function continues(message: SlackMessage, before: SlackMessage | undefined): boolean {
  if (before?.user !== message.user || before.is_ephemeral !== message.is_ephemeral) return false;
  if (message.blocks && before.blocks) return false;
  return instantOf(message.ts).getTime() - instantOf(before.ts).getTime() < CLOSE_MS;
}
