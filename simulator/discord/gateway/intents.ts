import type { PrivilegedIntent } from '../options.ts';

/** https://discord.com/developers/docs/events/gateway#list-of-intents */
export const INTENTS = {
  GUILDS: 1 << 0,
  GUILD_MEMBERS: 1 << 1,
  GUILD_PRESENCES: 1 << 8,
  GUILD_MESSAGES: 1 << 9,
  DIRECT_MESSAGES: 1 << 12,
  MESSAGE_CONTENT: 1 << 15,
} as const;

export type IntentName = keyof typeof INTENTS;

const PRIVILEGED: readonly PrivilegedIntent[] = ['GUILD_MEMBERS', 'GUILD_PRESENCES', 'MESSAGE_CONTENT'];
const HIGHEST = 1 << 26;

/** The privileged intents that are asked for and not switched on. */
export function disallowed(
  intents: number,
  granted: readonly PrivilegedIntent[],
): readonly PrivilegedIntent[] {
  return PRIVILEGED.filter((name) => (intents & INTENTS[name]) !== 0 && !granted.includes(name));
}

export function isIntents(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < HIGHEST;
}
