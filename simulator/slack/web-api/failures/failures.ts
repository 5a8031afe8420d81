import type { JsonObject } from '../../../common/json.ts';
import { PlannedFailures } from '../../../common/planned-failures.ts';
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

/** What a failure puts in the place of the work (`before`) or of its answer (`after`). */
interface Interference {
  readonly before?: ApiAnswer;
  readonly after?: ApiAnswer;
}

const BROKEN: ApiAnswer = { status: 0, headers: {}, body: {}, reset: true };

/** Failures that were ordered for the next calls, and Slack's own rate limits where they are on. */
export class Failures extends PlannedFailures<Failure> {
  readonly #limits: RateLimits | undefined;

  constructor(limits: RateLimits | undefined) {
    super();
    this.#limits = limits;
  }

  interferenceWith(method: string, args: JsonObject): Interference | undefined {
    const planned = this.take(method);
    if (planned) return interference(planned);
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
