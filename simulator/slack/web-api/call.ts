import { type JsonObject, stringAt } from '../../common/json.ts';
import type { Core } from '../core.ts';
import type { Failures } from './failures/failures.ts';
import { type Method, requireScope, type Servers } from './method.ts';
import { WebApiRefusal } from './refusal.ts';
import { METHODS } from './registry.ts';

/** A call before anybody looked at it. Forms and query strings have become plain values. */
export interface ApiRequest {
  readonly name: string;
  readonly args: JsonObject;
  /** From the Authorization header, when there is one. */
  readonly bearer: string | undefined;
}

/** Slack says almost everything with status 200; 429 and 5xx are the exceptions. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  /** The connection breaks before anything is answered. */
  readonly reset?: boolean;
}

/** One call of the Web API, from token to answer. Whatever is refused is written down as a violation. */
export function callMethod(core: Core, failures: Failures, request: ApiRequest): ApiAnswer {
  const { token: _hidden, ...shown } = request.args;
  const entry = core.journal.request('from-app', request.name, shown);
  const planned = failures.interferenceWith(request.name, request.args);
  const answer = planned?.before ?? answerOf(core, request);
  entry.answer = answer.body;
  entry.status = answer.status;
  core.workspace.changed('journal');
  return planned?.after ?? answer;
}

function answerOf(core: Core, request: ApiRequest): ApiAnswer {
  const headers = { 'x-oauth-scopes': core.workspace.scopes.join(',') };
  try {
    return { status: 200, headers, body: perform(core, request) };
  } catch (error) {
    if (!(error instanceof WebApiRefusal)) throw error;
    core.journal.violation(request.name, error.code, error.problems);
    return { status: 200, headers, body: error.body() };
  }
}

function perform(core: Core, { name, args, bearer }: ApiRequest): JsonObject {
  const method = METHODS[name];
  if (!method) throw new WebApiRefusal('unknown_method', [], { req_method: name });
  const servers: Servers = {
    name,
    workspace: core.workspace,
    journal: core.journal,
    emitEvent: (event) => core.events.emit(event),
    sockets: core.sockets,
  };
  checkToken(core, method, bearer ?? stringAt(args, 'token'));
  for (const scope of method.scopes) requireScope(servers, scope);
  return method.call(args, servers);
}

function checkToken({ workspace }: Core, method: Method, token: string | undefined): void {
  const { botToken, appToken } = workspace.options;
  if (token === undefined || token === '') throw new WebApiRefusal('not_authed');
  const wanted = method.token === 'app' ? appToken : botToken;
  if (token === wanted) return;
  throw new WebApiRefusal(
    token === botToken || token === appToken ? 'not_allowed_token_type' : 'invalid_auth',
  );
}
