import type { DiscordMessage } from '../world/wire.ts';

/** https://discord.com/developers/docs/resources/message#message-object-message-types */
export const MESSAGE = { threadCreated: 18, reply: 19, command: 20 } as const;

const CLOSE_MS = 7 * 60_000;

/** Discord leaves out name and picture when the same author goes on within seven minutes. */
export function continues(message: DiscordMessage, before: DiscordMessage | undefined): boolean {
  if (before?.author.id !== message.author.id || before.is_ephemeral !== message.is_ephemeral) return false;
  if (message.type !== 0 || before.type === MESSAGE.threadCreated) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < CLOSE_MS;
}
