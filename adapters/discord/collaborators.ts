import type { Notes } from '../../src/chat/notes.ts';
import type { Conversations } from '../../src/chat/router/ticket.ts';
import type { Metrics } from '../../src/platform/metrics.ts';
import type { AdapterLog } from '../shared/log.ts';
import type { StandingCards } from '../shared/standing-cards.ts';
import type { Timers } from '../shared/timers.ts';

/** What the adapter counts. */
export interface DiscordMetrics {
  /** The same interaction came before. */
  replayed(): void;
  /** Real seconds from the arrival of a request to its acknowledgement. */
  acknowledged(kind: string, seconds: number): void;
}

type CountedBy = Pick<Metrics, 'requestsRefused' | 'acknowledgement'>;

export function discordMetrics({ requestsRefused, acknowledgement }: CountedBy): DiscordMetrics {
  return {
    replayed: () => requestsRefused.inc({ platform: 'discord', reason: 'replayed' }),
    acknowledged: (kind, seconds) => acknowledgement.observe({ platform: 'discord', kind }, seconds),
  };
}

export interface DiscordTiming {
  /** So long a request may take before Discord is told that it takes longer; after that no form can open any more. */
  readonly judgeMs: number;
  /** After so long a clicked card loses its buttons until the work is done (domain-rules §3.6). */
  readonly workingMs: number;
}

/**
 * Discord waits 3 seconds, the way to it and back included.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
 */
export const DISCORD_TIMING: DiscordTiming = { judgeMs: 1_800, workingMs: 700 };

export interface DiscordConfig {
  readonly token: string;
  /** Without its version; Discord's own unless given. */
  readonly apiUrl?: string;
  readonly staffChannel?: string;
}

export interface DiscordCollaborators {
  readonly config: DiscordConfig;
  readonly conversations: Conversations;
  readonly notes: Notes;
  readonly log: AdapterLog;
  readonly metrics: CountedBy;
  readonly cards: StandingCards;
  /** The slash commands, as Discord takes them. */
  readonly commands: readonly object[];
  readonly timing?: DiscordTiming;
  readonly timers?: Timers;
}
