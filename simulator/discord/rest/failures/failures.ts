import { PlannedFailures } from '../../../common/planned-failures.ts';
import type { Answer } from '../call.ts';

/** Ways in which Discord fails its callers now and then. */
export type Failure =
  /** Refused with this status and JSON error code. */
  | { readonly kind: 'error'; readonly status: number; readonly code: number; readonly message?: string }
  | { readonly kind: 'http-500' }
  /** The connection breaks before Discord did anything. */
  | { readonly kind: 'reset' }
  /** Discord does what was asked, and the answer is lost on the way. */
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number; readonly global?: boolean };

/** What a failure puts in the place of the work (`before`) or of its answer (`after`). */
export interface Interference {
  readonly before?: Answer;
  readonly after?: Answer;
}

const BROKEN: Answer = { status: 0, headers: {}, body: undefined, reset: true };

/** Failures that were ordered for the next calls. */
export class Failures extends PlannedFailures<Failure> {
  interferenceWith(route: string): Interference | undefined {
    const planned = this.take(route);
    return planned && interference(planned);
  }
}

function interference(failure: Failure): Interference {
  switch (failure.kind) {
    case 'error': {
      const { status, code, message = 'Something is the matter' } = failure;
      return { before: { status, headers: {}, body: { message, code } } };
    }
    case 'http-500':
      return {
        before: { status: 500, headers: {}, body: { message: '500: Internal Server Error', code: 0 } },
      };
    case 'reset':
      return { before: BROKEN };
    case 'lost-answer':
      return { after: BROKEN };
    case 'rate-limit':
      return { before: rateLimited(failure.retryAfterSeconds, failure.global ? 'global' : 'user') };
  }
}

/** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
export function rateLimited(seconds: number, scope: 'user' | 'global' | 'shared'): Answer {
  return {
    status: 429,
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      'x-ratelimit-reset-after': seconds.toFixed(3),
      'x-ratelimit-remaining': '0',
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
  };
}
