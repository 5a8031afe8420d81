import type { Timers } from '../../shared/timers.ts';
import { SlackBusy } from './errors.ts';

interface PaceOptions {
  /** So many messages may follow each other at once. */
  readonly burst: number;
  /** Each message's place is free again after this time. */
  readonly perMs: number;
}

// One message a second and channel, short bursts allowed: so three within any three seconds.
// https://docs.slack.dev/apis/web-api/rate-limits/#posting-messages
const CHANNEL_PACE: PaceOptions = { burst: 3, perMs: 3_000 };

/** More than these do not wait in the process: they go back to the queue. */
const LONGEST_LINE = 5;

interface Lane {
  taken: number;
  readonly waiting: (() => void)[];
}

/** Keeps the posts to each channel below Slack's rate, first come first served. */
export class Pace {
  readonly #timers: Timers;
  readonly #options: PaceOptions;
  readonly #lanes = new Map<string, Lane>();

  constructor(timers: Timers, options: PaceOptions = CHANNEL_PACE) {
    this.#timers = timers;
    this.#options = options;
  }

  /** Resolves when one more message may go to this channel. Rejects with `SlackBusy` when too many wait already. */
  turn(channel: string): Promise<void> {
    const lane = this.#lane(channel);
    if (lane.taken < this.#options.burst) {
      this.#take(channel, lane);
      return Promise.resolve();
    }
    if (lane.waiting.length >= LONGEST_LINE) {
      const { perMs, burst } = this.#options;
      return Promise.reject(new SlackBusy(Math.ceil((perMs * lane.waiting.length) / burst / 1_000)));
    }
    return new Promise((resolve) => {
      lane.waiting.push(resolve);
    });
  }

  #lane(channel: string): Lane {
    const lane = this.#lanes.get(channel) ?? { taken: 0, waiting: [] };
    this.#lanes.set(channel, lane);
    return lane;
  }

  #take(channel: string, lane: Lane): void {
    lane.taken += 1;
    this.#timers.after(this.#options.perMs, () => this.#release(channel, lane));
  }

  #release(channel: string, lane: Lane): void {
    lane.taken -= 1;
    const next = lane.waiting.shift();
    if (next) {
      this.#take(channel, lane);
      next();
    } else if (lane.taken === 0) this.#lanes.delete(channel);
  }
}
