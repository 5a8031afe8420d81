import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Conversations } from '../../../src/chat/router/ticket.ts';
import type { AdapterLog } from '../../shared/log.ts';
import type { RecentKeys } from '../../shared/recent-keys.ts';
import type { StandingCards } from '../../shared/standing-cards.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Answers } from '../answer/answers.ts';
import type { Asker } from '../answer/asker.ts';
import type { InteractionAnswer } from '../answer/response.ts';
import type { Unsent } from '../answer/unsent.ts';
import type { DiscordMetrics, DiscordTiming } from '../collaborators.ts';
import type { DiscordApi } from '../send/api.ts';
import type { Questions } from '../send/questions.ts';

/** What every listener works with. */
export interface Desk {
  readonly conversations: Conversations;
  readonly answers: Answers;
  readonly api: DiscordApi;
  readonly questions: Questions;
  readonly unsent: Unsent;
  readonly log: AdapterLog;
  readonly metrics: DiscordMetrics;
  readonly timing: DiscordTiming;
  readonly timers: Timers;
  readonly cards: StandingCards;
  readonly recent: RecentKeys;
  /** The answer to what was just asked; `over` where no interaction waits for one. */
  answerTo(asker: Asker, options: { readonly since: number; readonly over?: boolean }): InteractionAnswer;
}

/** What came, and when: real milliseconds since the process started, as `timers.elapsed` had it. */
export interface Arrival<Kind extends Incoming = Incoming> {
  readonly incoming: Kind;
  readonly since: number;
  /** Which part of a page was asked for, from 0. */
  readonly part?: number;
}
