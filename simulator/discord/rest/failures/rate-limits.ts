import { createHash } from 'node:crypto';
import type { Servers } from '../../state/servers.ts';
import type { Answer, Call } from '../call.ts';
import { rateLimited } from './failures.ts';

interface Rule {
  readonly limit: number;
  readonly perSeconds: number;
}

/** What applications measure; Discord publishes none of these but in its headers. */
const RULES: Readonly<Record<string, Rule>> = {
  createMessage: { limit: 5, perSeconds: 5 },
  editMessage: { limit: 5, perSeconds: 5 },
  deleteMessage: { limit: 5, perSeconds: 1 },
  startThreadFromMessage: { limit: 50, perSeconds: 300 },
  createFollowup: { limit: 5, perSeconds: 2 },
  editInteractionResponse: { limit: 5, perSeconds: 2 },
};
const OTHERS: Rule = { limit: 50, perSeconds: 10 };
/** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const GLOBAL: Rule = { limit: 50, perSeconds: 1 };

interface Bucket {
  used: number;
  resetAtMs: number;
}

interface Counted {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Answer;
}

/**
 * Discord's buckets: one for each route and top-level resource, and one for everything that the bot's token pays for. The
 * headers always tell; refused is only when the option says so.
 */
export class RateLimits {
  readonly #servers: Servers;
  readonly #buckets = new Map<string, Bucket>();

  constructor(servers: Servers) {
    this.#servers = servers;
  }

  count({ route, request }: Call): Counted {
    const { channel, guild, token } = request.params;
    const resource = channel ?? guild ?? (route.name === 'interactionCallback' ? undefined : token) ?? '';
    const strict = this.#servers.options.realRateLimits === true;
    if (strict && route.auth === 'bot' && route.name !== 'interactionCallback') {
      const whole = this.#take('global', GLOBAL);
      if (whole.over) return { headers: {}, refusal: rateLimited(whole.resetAfter, 'global') };
    }
    if (route.name === 'interactionCallback') return { headers: {} };
    const rule = RULES[route.name] ?? OTHERS;
    const { over, remaining, resetAfter, resetAtMs } = this.#take(`${route.name} ${resource}`, rule);
    const headers = {
      'x-ratelimit-bucket': bucketName(route.name),
      'x-ratelimit-limit': String(rule.limit),
      // A caller that is told 0 waits; it need not where nobody refuses it.
      'x-ratelimit-remaining': String(strict ? remaining : Math.max(1, remaining)),
      'x-ratelimit-reset': (resetAtMs / 1_000).toFixed(3),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
    };
    if (!strict || !over) return { headers };
    const refused = rateLimited(resetAfter, 'user');
    return { headers, refusal: { ...refused, headers: { ...headers, ...refused.headers } } };
  }

  #take(key: string, rule: Rule) {
    const nowMs = this.#servers.wireMs();
    const standing = this.#buckets.get(key);
    const fresh = standing === undefined || standing.resetAtMs <= nowMs;
    const bucket = fresh ? { used: 0, resetAtMs: nowMs + rule.perSeconds * 1_000 } : standing;
    bucket.used += 1;
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > 5_000) this.#forget(nowMs);
    return {
      over: bucket.used > rule.limit,
      remaining: Math.max(0, rule.limit - bucket.used),
      resetAfter: (bucket.resetAtMs - nowMs) / 1_000,
      resetAtMs: bucket.resetAtMs,
    };
  }

  #forget(nowMs: number): void {
    for (const [key, { resetAtMs }] of this.#buckets) if (resetAtMs <= nowMs) this.#buckets.delete(key);
  }
}

/** The same for all resources of a route, as Discord's are. */
function bucketName(route: string): string {
  return createHash('sha256').update(route).digest('hex').slice(0, 32);
}
