import type { WebClient } from '@slack/web-api';
import type { Timers } from '../../shared/timers.ts';
import { within } from '../../shared/within.ts';

// Asked before the acknowledgement, so it must not cost much of the three seconds.
const PATIENCE_MS = 300;
const KEPT = 20_000;

/**
 * The languages of people, which Slack tells only when asked: https://docs.slack.dev/reference/methods/users.info. Asked
 * once for each person and process; somebody who changes theirs in Slack is read after the next start, and may always
 * choose in `/settings`.
 */
export class Locales {
  readonly #client: WebClient;
  readonly #timers: Timers;
  readonly #fallback: string | undefined;
  readonly #known = new Map<string, Promise<string | undefined>>();

  constructor(parts: { client: WebClient; timers: Timers; fallback?: string | undefined }) {
    this.#client = parts.client;
    this.#timers = parts.timers;
    this.#fallback = parts.fallback;
  }

  async of(userId: string): Promise<string | undefined> {
    const asked = this.#known.get(userId) ?? this.#ask(userId);
    const locale = await within(this.#timers, PATIENCE_MS, asked);
    return locale === 'late' ? this.#fallback : (locale ?? this.#fallback);
  }

  #ask(userId: string): Promise<string | undefined> {
    if (this.#known.size >= KEPT) this.#known.clear();
    const asked = this.#client.users
      .info({ user: userId, include_locale: true })
      .then(({ user }) => user?.locale)
      // Asked again next time: the cause may have passed.
      .catch(() => {
        this.#known.delete(userId);
        return undefined;
      });
    this.#known.set(userId, asked);
    return asked;
  }
}
