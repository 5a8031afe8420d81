import type { Json, JsonObject } from '../../common/json.ts';
import type { Core } from '../core.ts';
import type { Failures } from './failures/failures.ts';
import type { RateLimits } from './failures/rate-limits.ts';
import { DiscordRefusal } from './refusal.ts';
import type { RestRequest, Route } from './route.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  /** The connection breaks before anything is answered. */
  readonly reset?: boolean;
}

/** What stands between a request and its route. */
export interface Doors {
  readonly core: Core;
  readonly failures: Failures;
  readonly limits: RateLimits;
}

export interface Call {
  readonly route: Route;
  readonly request: RestRequest;
  /** Without its scheme `Bot`. */
  readonly token: string | undefined;
}

/** One call, from token to answer. Whatever is refused is written down as a violation. */
export function callRoute({ core, failures, limits }: Doors, call: Call): Answer {
  const { route, request } = call;
  const entry = core.journal.request('from-app', route.name, shown(request));
  const planned = failures.interferenceWith(route.name);
  const limit = limits.count(call);
  const answer = planned?.before ?? limit.refusal ?? { ...answerOf(core, call), headers: limit.headers };
  entry.answer = answer.body ?? null;
  entry.status = answer.status;
  core.servers.changed('journal');
  return planned?.after ?? answer;
}

function answerOf(core: Core, { route, request, token }: Call): Omit<Answer, 'headers'> {
  try {
    if (route.auth === 'bot' && token !== core.servers.options.botToken)
      throw new DiscordRefusal('unauthorized');
    const { status, body } = route.run(request, core);
    return { status, body };
  } catch (error) {
    if (!(error instanceof DiscordRefusal)) throw error;
    if (!error.circumstance) core.journal.violation(route.name, String(error.code), error.details);
    return { status: error.status, body: error.body() };
  }
}

function shown({ params, query, body, list, files }: RestRequest): JsonObject {
  const { token: _secret, ...named } = params;
  return {
    ...named,
    ...(Object.keys(query).length > 0 ? { query } : {}),
    ...(list ? { list } : body),
    ...(files.length > 0 ? { files: files.map(({ name }) => name) } : {}),
  };
}
