import type { Journal } from '../../../common/journal.ts';
import type { JsonObject } from '../../../common/json.ts';
import { isMember } from '../../state/conversations.ts';
import type { Workspace } from '../../state/workspace.ts';
import { VERIFICATION_TOKEN } from '../interactions/payload.ts';
import type { Outcome } from '../transport/delivery.ts';
import type { Outbound } from '../transport/outbound.ts';

const MESSAGE_FAMILY: Readonly<Record<string, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

/** The Events API: wraps, sends, and repeats what was not acknowledged. https://docs.slack.dev/apis/events-api */
export class EventFeed {
  readonly #workspace: Workspace;
  readonly #journal: Journal;
  readonly #outbound: Outbound;
  readonly #waiting = new Map<NodeJS.Timeout, () => void>();

  constructor(parts: { workspace: Workspace; journal: Journal; outbound: Outbound }) {
    this.#workspace = parts.workspace;
    this.#journal = parts.journal;
    this.#outbound = parts.outbound;
  }

  /** Sends the event if the app subscribed to it and may see where it happened. */
  emit(event: JsonObject): void {
    if (!this.#subscribed(event) || !this.#visible(event)) return;
    void this.#attempt(this.#wrap(event), 0, '');
  }

  /** The app is back: what waits for its next try goes out at once. */
  repeatNow(): void {
    const again = [...this.#waiting.values()];
    this.stop();
    for (const attempt of again) attempt();
  }

  stop(): void {
    for (const timer of this.#waiting.keys()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #subscribed(event: JsonObject): boolean {
    const wanted = this.#workspace.options.manifest.settings?.event_subscriptions?.bot_events ?? [];
    const type = String(event.type);
    const family = type === 'message' ? MESSAGE_FAMILY[String(event.channel_type)] : type;
    return family !== undefined && wanted.includes(family);
  }

  #visible(event: JsonObject): boolean {
    const conversation = this.#workspace.state.conversations[String(event.channel ?? event.channel_id)];
    return !conversation || isMember(conversation, this.#workspace.bot.userId);
  }

  #wrap(event: JsonObject): JsonObject {
    const { team, bot } = this.#workspace;
    const eventTs = event.event_ts ?? event.ts ?? this.#workspace.nextTs();
    return {
      token: VERIFICATION_TOKEN,
      team_id: team.id,
      api_app_id: bot.appId,
      event: { ...event, event_ts: eventTs },
      type: 'event_callback',
      event_id: this.#workspace.nextId('Ev'),
      event_time: Math.floor(this.#workspace.nowMs() / 1_000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: team.id,
          user_id: bot.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
    };
  }

  async #attempt(payload: JsonObject, attempt: number, reason: string): Promise<void> {
    const retry = attempt === 0 ? {} : { retry: { attempt, reason } };
    const outcome = await this.#outbound.deliver({ kind: 'events_api', payload, ...retry });
    if (!outcome.acked && !outcome.noRetry) this.#later(payload, attempt, reasonOf(outcome));
  }

  #later(payload: JsonObject, attempt: number, reason: string): void {
    const delay = this.#workspace.timing.eventRetriesMs[attempt];
    if (delay === undefined) {
      this.#journal.violation('events', 'event_lost', [`given up after ${attempt} retries`]);
      return;
    }
    const again = () => void this.#attempt(payload, attempt + 1, reason);
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      again();
    }, delay);
    timer.unref();
    this.#waiting.set(timer, again);
  }
}

function reasonOf(outcome: Outcome & { acked: false }): string {
  if (outcome.error === 'operation_timeout') return 'http_timeout';
  return outcome.status === undefined ? 'connection_failed' : 'http_error';
}
