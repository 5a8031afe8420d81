import type { SimulatedClock } from '../common/simulated-clock.ts';
import type { Snapshot } from './state/model.ts';
import type { PermissionName } from './state/permissions.ts';

export interface SeedUser {
  /** Snowflake: digits. */
  readonly id: string;
  readonly username: string;
  /** Shown instead of the username. */
  readonly globalName?: string;
  /** As Discord spells it: `en-US`, `zh-CN`. https://discord.com/developers/docs/reference#locales */
  readonly locale?: string;
  /** IANA name; only for what this person's screen shows. Discord tells nobody. */
  readonly tz?: string;
}

export interface SeedRole {
  readonly id: string;
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly members: readonly string[];
}

export interface SeedChannel {
  readonly id: string;
  readonly name: string;
  /** Only these roles and members, and whoever administers the guild, see the channel. Left out: everybody. */
  readonly onlyFor?: readonly string[];
}

export interface SeedGuild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly members: readonly string[];
  readonly roles?: readonly SeedRole[];
  readonly channels: readonly SeedChannel[];
  /** What everybody may do. Left out: `EVERYONE_PERMISSIONS`. */
  readonly everyonePermissions?: readonly PermissionName[];
  /** What the bot was granted by its invite link. Left out: `BOT_PERMISSIONS`. */
  readonly botPermissions?: readonly PermissionName[];
}

export interface SeedApplication {
  /** The application and its bot user have the same id in all applications since 2016. */
  readonly id: string;
  readonly name: string;
}

/** Real time, because acknowledging late is a fault of the running process, whatever its clock says. */
export interface Timing {
  /** Real milliseconds that the app has to acknowledge an interaction. Discord gives 3 seconds. */
  ackMs: number;
  /** How long an interaction's token serves, by the injected clock and by real time. */
  readonly tokenMs: number;
  readonly heartbeatMs: number;
  /** How long a session that lost its connection can be resumed. */
  readonly resumeMs: number;
}

export type PrivilegedIntent = 'GUILD_MEMBERS' | 'GUILD_PRESENCES' | 'MESSAGE_CONTENT';

/** Discord with some guilds, their people and one installed application. */
export interface DiscordSimulatorOptions {
  readonly clock: SimulatedClock;
  /** Counts what is real time: patience, tokens, rate limits. */
  readonly wireClock?: SimulatedClock;
  readonly application: SeedApplication;
  readonly botToken: string;
  readonly users: readonly SeedUser[];
  readonly guilds: readonly SeedGuild[];
  /** Switched on in the developer portal. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  readonly timing?: Partial<Timing>;
  /** How many shards `gateway/bot` recommends. */
  readonly shards?: number;
  /** Count requests in Discord's buckets and answer 429 when one is empty. Off unless asked for. */
  readonly realRateLimits?: boolean;
  /** Continue from an earlier `snapshot()` instead of the seed. */
  readonly snapshot?: Snapshot;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback */
export const DISCORD_TIMING: Timing = {
  ackMs: 3_000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  resumeMs: 3 * 60_000,
};
