import Fastify from 'fastify';
import { isObject, type JsonObject, parseJson } from '../../../../simulator/common/json.ts';
import type { SlackSimulatorOptions } from '../../../../simulator/slack/options.ts';
import type { RunningSlack } from '../../../../simulator/slack/start.ts';
import { aManifest, startSlack } from './workspace.ts';

export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Form fields, or the JSON; `payload=` is opened. */
  readonly body: JsonObject;
}

export type Reply =
  | { readonly json: JsonObject }
  | { readonly text: string }
  | { readonly status: number; readonly headers?: Record<string, string> }
  /** No answer before Slack gives up. */
  | 'silence';

/** An app of a few lines, for what Bolt would never do. */
export interface Scripted extends AsyncDisposable {
  readonly slack: RunningSlack;
  readonly received: Received[];
  /** Answers the next request; afterwards everything is acknowledged with nothing. */
  next(reply: Reply): void;
}

export async function scriptedApp(over: Partial<SlackSimulatorOptions> = {}): Promise<Scripted> {
  const received: Received[] = [];
  const replies: Reply[] = [];
  const server = Fastify({ forceCloseConnections: true });
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  server.post('/', (request, reply) => {
    received.push({ headers: request.headers, body: opened(String(request.body)) });
    const next = replies.shift() ?? { status: 200 };
    if (next === 'silence') return reply.hijack();
    if ('json' in next) return reply.send(next.json);
    if ('text' in next) return reply.type('text/plain').send(next.text);
    return reply
      .code(next.status)
      .headers(next.headers ?? {})
      .send();
  });
  const requestUrl = await server.listen({ host: '127.0.0.1', port: 0 });
  const timing = { eventRetriesMs: [0, 5, 5] };
  const settings = {
    interactivity: { is_enabled: true },
    event_subscriptions: { bot_events: ['app_home_opened'] },
  };
  const manifest = aManifest({ settings });
  const slack = await startSlack({ requestUrl: `${requestUrl}/`, timing, manifest, ...over });
  return {
    slack,
    received,
    next(reply) {
      if (reply === 'silence') slack.control.patience(150);
      replies.push(reply);
    },
    async [Symbol.asyncDispose]() {
      await slack[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

function opened(body: string): JsonObject {
  const json = parseJson(body);
  if (isObject(json)) return json;
  const fields = Object.fromEntries(new URLSearchParams(body));
  const payload = fields.payload === undefined ? undefined : parseJson(fields.payload);
  return isObject(payload) ? payload : fields;
}
