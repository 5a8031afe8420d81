import type { WebClient } from '@slack/web-api';
import type { Conversations } from '../../../src/chat/router/ticket.ts';
import type { AdapterLog } from '../../shared/log.ts';
import type { RecentKeys } from '../../shared/recent-keys.ts';
import type { StandingCards } from '../../shared/standing-cards.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Answers } from '../answer/answers.ts';
import type { SlackMetrics, SlackTiming } from '../collaborators.ts';
import type { Locales } from './locales.ts';

/** What every listener works with. */
export interface Desk {
  readonly conversations: Conversations;
  readonly answers: Answers;
  readonly client: WebClient;
  readonly log: AdapterLog;
  readonly metrics: SlackMetrics;
  readonly timing: SlackTiming;
  readonly timers: Timers;
  readonly locales: Locales;
  readonly cards: StandingCards;
  readonly recent: RecentKeys;
}
