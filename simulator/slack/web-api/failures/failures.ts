import type { JsonObject } from '../../json.ts';
import type { ApiAnswer } from '../call.ts';
import type { RateLimits } from './rate-limits.ts';

/** Ways in which Slack fails its callers now and then. */
export type Failure =
  /** `ok: false` with this code. */
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'http-500' }
  /** The connection breaks before Slack did anything. */
  | { readonly kind: 'reset' }
  /** Slack does what was asked, and the answer is lost on the way. */
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number };

interface Planned {
  readonly method: string;
  readonly failure: Failure;
  left: number;
}

/** What a failure puts in the place of the work (`before`) or of its answer (`after`). */
interface Interference {
  readonly before?: ApiAnswer;
  readonly after?: ApiAnswer;
}

const BROKEN: ApiAnswer = { status: 0, headers: {}, body: {}, reset: true };

/** Failures that were ordered for the next calls, oldest first, and Slack's own rate limits where they are on. */
export class Failures {
  readonly #planned: Planned[] = [];
  readonly #limits: RateLimits | undefined;

  constructor(limits: RateLimits | undefined) {
    this.#limits = limits;
  }

  /** `method` may be `*` for any. */
  plan(method: string, failure: Failure, times = 1): void {
    this.#planned.push({ method, failure, left: times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  take(method: string, args: JsonObject): Interference | undefined {
    const planned = this.#planned.find(
      (one) => one.left > 0 && (one.method === '*' || one.method === method),
    );
    if (planned) {
      planned.left -= 1;
      return interference(planned.failure);
    }
    const seconds = this.#limits?.retryAfterSeconds(method, args);
    return seconds === undefined ? undefined : { before: rateLimited(seconds) };
  }
}

function interference(failure: Failure): Interference {
  switch (failure.kind) {
    case 'error':
      return { before: { status: 200, headers: {}, body: { ok: false, error: failure.error } } };
    case 'http-500':
      return { before: { status: 500, headers: {}, body: { ok: false, error: 'internal_error' } } };
    case 'reset':
      return { before: BROKEN };
    case 'lost-answer':
      return { after: BROKEN };
    case 'rate-limit':
      return { before: rateLimited(failure.retryAfterSeconds) };
  }
}

/** https://docs.slack.dev/apis/web-api/rate-limits */
function rateLimited(seconds: number): ApiAnswer {
  return {
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: { ok: false, error: 'ratelimited' },
  };
}
