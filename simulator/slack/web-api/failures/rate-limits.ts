import { type JsonObject, stringAt } from '../../../common/json.ts';
import type { Workspace } from '../../state/workspace.ts';

/** One message a second in one channel, short bursts forgiven. https://docs.slack.dev/apis/web-api/rate-limits */
const BURST = 5;
const PER_SECOND = 1;
const LIMITED = new Set(['chat.postMessage', 'chat.postEphemeral', 'chat.update']);

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Slack's limit on messages per channel, by real time. */
export class RateLimits {
  readonly #workspace: Workspace;
  readonly #buckets = new Map<string, Bucket>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Whole seconds to wait, or nothing when the call may go on. */
  retryAfterSeconds(method: string, args: JsonObject): number | undefined {
    if (!LIMITED.has(method)) return undefined;
    const bucket = this.#refilled(`${method} ${stringAt(args, 'channel') ?? ''}`);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / PER_SECOND));
    bucket.tokens -= 1;
    return undefined;
  }

  #refilled(key: string): Bucket {
    const nowMs = this.#workspace.wireClock.now().getTime();
    const bucket = this.#buckets.get(key) ?? { tokens: BURST, atMs: nowMs };
    bucket.tokens = Math.min(BURST, bucket.tokens + ((nowMs - bucket.atMs) / 1_000) * PER_SECOND);
    bucket.atMs = nowMs;
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
