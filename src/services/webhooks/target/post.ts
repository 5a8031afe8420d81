import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { WEBHOOK_RULES } from '../rules.ts';
import { isLoopbackUrl, isPublicAddress, type Trust } from './address.ts';
import { AddressNotPublic, publicLookup } from './public-lookup.ts';

export interface Message {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PostOptions extends Trust {
  readonly signal: AbortSignal;
  readonly lookup?: LookupFunction;
}

/**
 * Sends and resolves to the status of the answer, of which nothing else is read. Redirects are not followed: Node's own
 * client never does. Throws where there is no answer, in time.
 */
export function post({ url, body, headers }: Message, options: PostOptions): Promise<number> {
  const { trustsLoopback, signal, lookup = publicLookup() } = options;
  const target = new URL(url);
  const local = trustsLoopback && isLoopbackUrl(url);
  // No look-up is asked about an address that is one already.
  const bare = target.hostname.replace(/^\[|\]$/g, '');
  const literal = /^[\d.]+$|:/.test(bare);
  if (!local && ((literal && !isPublicAddress(bare)) || target.protocol !== 'https:')) {
    return Promise.reject(new AddressNotPublic());
  }
  const client = local ? http : https;
  return new Promise((resolve, reject) => {
    const request = client.request(target, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // A connection that is kept would have been checked once and for all.
      agent: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(WEBHOOK_RULES.timeoutMs)]),
      ...(local ? {} : { lookup }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.end(body);
  });
}
