import type { SimulatedClock } from '../common/simulated-clock.ts';
import type { Snapshot } from './state/model.ts';

export interface SeedUser {
  readonly id: string;
  /** The handle: what stands after the @. */
  readonly name: string;
  readonly realName?: string;
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly tz?: string;
  /** As Slack spells it: `en-US`, `zh-CN`. */
  readonly locale?: string;
}

export interface SeedChannel {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly isPrivate?: boolean;
}

/** The installed app has three ids: its own, its bot's, and its bot's user. Payloads use all of them. */
export interface SeedBot {
  readonly appId: string;
  readonly botId: string;
  readonly userId: string;
  readonly name: string;
}

/** The parts of an app manifest that Slack's servers act on. https://docs.slack.dev/reference/app-manifest */
export interface AppManifest {
  readonly features?: {
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands?: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint?: string;
      readonly url?: string;
      readonly should_escape?: boolean;
    }[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: {
    readonly event_subscriptions?: { readonly request_url?: string; readonly bot_events?: readonly string[] };
    readonly interactivity?: {
      readonly is_enabled: boolean;
      readonly request_url?: string;
      readonly message_menu_options_url?: string;
    };
    readonly socket_mode_enabled?: boolean;
  };
}

/** Real time, because acknowledging late is a fault of the running process, whatever its clock says. */
export interface Timing {
  /** Real milliseconds that the app has to acknowledge. Slack gives 3 seconds. */
  ackMs: number;
  /** Milliseconds that a trigger_id lives, by the injected clock and by real time. */
  readonly triggerMs: number;
  /** Real milliseconds before each retry of an event. https://docs.slack.dev/apis/events-api/#retries */
  readonly eventRetriesMs: readonly number[];
}

/** A workspace, its people, the installed app, and how strict time is. */
export interface SlackSimulatorOptions {
  readonly clock: SimulatedClock;
  /** Stamps and signs outbound requests: the app compares it with its own idea of now. Real time unless given. */
  readonly wireClock?: SimulatedClock;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly users: readonly SeedUser[];
  readonly channels: readonly SeedChannel[];
  readonly bot: SeedBot;
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret: string;
  readonly manifest: AppManifest;
  /** Where signed requests go over HTTP. A function, because the app often starts after the stand-in. */
  readonly requestUrl?: string | (() => string | undefined);
  /** Granted scopes; those of the manifest unless given. */
  readonly scopes?: readonly string[];
  readonly timing?: Partial<Timing>;
  /** Answer 429 as Slack would when messages come faster than one a second per channel. Off unless asked for. */
  readonly realRateLimits?: boolean;
  /** Continue from an earlier `snapshot()` instead of the seed. */
  readonly snapshot?: Snapshot;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response */
export const SLACK_TIMING: Timing = {
  ackMs: 3_000,
  triggerMs: 3_000,
  eventRetriesMs: [0, 60_000, 300_000],
};
