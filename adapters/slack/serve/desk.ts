import type { WebClient } from '@slack/web-api';
import type { Conversations } from '../../../src/chat/router/ticket.ts';
import type { Answers } from '../answer/answers.ts';
import type { SlackLog, SlackMetrics, SlackTiming, StandingCards, Timers } from '../collaborators.ts';
import type { RecentKeys } from '../receive/recent-keys.ts';
import type { Locales } from './locales.ts';

/** What every listener works with. */
export interface Desk {
  readonly conversations: Conversations;
  readonly answers: Answers;
  readonly client: WebClient;
  readonly log: SlackLog;
  readonly metrics: SlackMetrics;
  readonly timing: SlackTiming;
  readonly timers: Timers;
  readonly locales: Locales;
  readonly cards: StandingCards;
  readonly recent: RecentKeys;
}
