import { Client, GatewayIntentBits, Options, type RateLimitData } from 'discord.js';
import type { DiscordConfig } from '../collaborators.ts';
import { restOptions } from './rest.ts';

// Words in channels stay hidden without the privileged intent for them; buttons need none.
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Longer than this nobody waits in the process: the queue takes the message back. */
const LONGEST_WAIT_MS = 5_000;
const TIMEOUT_MS = 10_000;

const tooLong = ({ timeToReset, retryAfter }: RateLimitData): boolean =>
  Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS;

/**
 * discord.js for the gateway (identify, heartbeat, resume, reconnect) and for the order of requests. It keeps nothing of
 * what people write, and of a server only its channels. As one of several shards it finds its own place.
 */
export function discordClient({ apiUrl }: DiscordConfig): Client {
  return new Client({
    intents: INTENTS,
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildScheduledEventManager: 0,
    }),
    rest: {
      ...restOptions(apiUrl),
      // A message that is sent again has the same nonce, and a first answer that is given again says so.
      retries: 1,
      timeout: TIMEOUT_MS,
      rejectOnRateLimit: tooLong,
    },
  });
}
