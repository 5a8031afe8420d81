import type { Conversations } from '../../src/chat/router/ticket.ts';
import type { Metrics } from '../../src/platform/metrics.ts';
import type { AdapterLog } from '../shared/log.ts';
import type { StandingCards } from '../shared/standing-cards.ts';
import type { Timers } from '../shared/timers.ts';

/** Why a request was turned away before anybody looked at what it asks. */
export type RefusalReason = 'unsigned' | 'bad-signature' | 'stale' | 'replayed' | 'malformed';

/** What the adapter counts. */
export interface SlackMetrics {
  refused(reason: RefusalReason): void;
  /** Real seconds from the arrival of a request to its acknowledgement. */
  acknowledged(kind: string, seconds: number): void;
}

type CountedBy = Pick<Metrics, 'requestsRefused' | 'acknowledgement'>;

export function slackMetrics({ requestsRefused, acknowledgement }: CountedBy): SlackMetrics {
  return {
    refused: (reason) => requestsRefused.inc({ platform: 'slack', reason }),
    acknowledged: (kind, seconds) => acknowledgement.observe({ platform: 'slack', kind }, seconds),
  };
}

export interface SlackTiming {
  /** A form is judged inside its acknowledgement for so long; then the person sees that it takes longer. */
  readonly judgeMs: number;
  /** After so long a clicked card loses its buttons until the work is done (domain-rules §3.6). */
  readonly workingMs: number;
}

/** Slack waits 3 seconds. https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response */
export const SLACK_TIMING: SlackTiming = { judgeMs: 2_400, workingMs: 700 };

export interface SlackConfig {
  readonly botToken: string;
  /** Needed for HTTP. */
  readonly signingSecret?: string;
  /** Set: everything comes over Socket Mode. */
  readonly appToken?: string;
  /** With a slash at the end; Slack's own unless given. */
  readonly apiUrl?: string;
  /** BCP 47, for people whose language Slack does not tell. */
  readonly defaultLocale?: string;
}

export interface SlackCollaborators {
  readonly config: SlackConfig;
  readonly conversations: Conversations;
  readonly log: AdapterLog;
  readonly metrics: CountedBy;
  readonly cards: StandingCards;
  readonly timing?: SlackTiming;
  readonly timers?: Timers;
}
