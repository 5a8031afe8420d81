import { isObject, type Json, type JsonObject, parseJson } from '../../../common/json.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Delivery, Outcome, Transport } from './delivery.ts';
import { signatureHeaders } from './signing.ts';

/** Complete and final: sending it again sends the same bytes under the same signature. */
export interface SignedRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Slack's requests to an app's request URL. */
export class HttpTransport implements Transport {
  readonly #workspace: Workspace;
  /** Kept for replaying it. */
  last: SignedRequest | undefined;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  async deliver(delivery: Delivery): Promise<Outcome> {
    const request = this.sign(delivery);
    if (!request) return { acked: false, error: 'dispatch_failed' };
    this.last = request;
    return this.#send(request);
  }

  /** Nothing when the app has no request URL (yet). */
  sign(delivery: Delivery): SignedRequest | undefined {
    const { requestUrl, signingSecret, manifest } = this.#workspace.options;
    const url =
      (typeof requestUrl === 'function' ? requestUrl() : requestUrl) ?? manifestUrl(delivery, manifest);
    if (!url) return undefined;
    const { body, type } = encode(delivery);
    const signature = signatureHeaders(signingSecret, body, this.#workspace.wireClock.now());
    return { url, body, headers: { 'content-type': type, ...signature, ...retryHeaders(delivery) } };
  }

  async #send(request: SignedRequest): Promise<Outcome> {
    try {
      const response = await post(request, this.#workspace.timing.ackMs);
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      const body = await response.text();
      if (response.status !== 200) {
        return { acked: false, error: 'dispatch_failed', status: response.status, noRetry };
      }
      return { acked: true, noRetry, ...ackBody(response, body) };
    } catch (error) {
      return { acked: false, error: isTimeout(error) ? 'operation_timeout' : 'dispatch_failed' };
    }
  }
}

/** Sends a request as it stands, rightly signed or not. Resolves with whatever the app answers. */
export function post({ url, body, headers }: SignedRequest, limitMs: number): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body,
    headers,
    signal: AbortSignal.timeout(limitMs),
    redirect: 'error',
  });
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

// Events are JSON, interactions a form with one JSON field, slash commands a flat form.
function encode({ kind, payload }: Delivery): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : flat(payload);
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

function flat(payload: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  return retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {};
}

function ackBody(response: Response, text: string): { body?: Json } {
  if (text === '') return {};
  const json = response.headers.get('content-type')?.includes('json') ? parseJson(text) : undefined;
  return { body: isObject(json) ? json : text };
}

function manifestUrl(
  { kind, payload }: Delivery,
  manifest: Workspace['options']['manifest'],
): string | undefined {
  if (kind === 'events_api') return manifest.settings?.event_subscriptions?.request_url;
  if (kind === 'interactive') return manifest.settings?.interactivity?.request_url;
  return manifest.features?.slash_commands?.find(({ command }) => command === payload.command)?.url;
}
