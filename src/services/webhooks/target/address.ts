import ipaddr from 'ipaddr.js';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { callbackUrl } from '../../application/addresses.ts';

/**
 * Whether a machine at this address may be called at all: only what anybody on the internet could reach. Loopback, private
 * and link-local networks, carrier-grade NAT, multicast and what translates IPv4 (mapped, NAT64, 6to4, Teredo) are not.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

export interface Trust {
  /** The demo's own systems are on this machine. */
  readonly trustsLoopback: boolean;
}

/** An https address of a public host name. Refused: `access.webhook-address`. */
export function webhookUrl(typed: string, { trustsLoopback }: Trust): Result<string> {
  if (trustsLoopback && isLoopbackUrl(typed)) return ok(new URL(typed).href);
  const url = callbackUrl(typed);
  return isRefused(url) ? refuse('access.webhook-address', { typed }, 'url') : url;
}

/** `http://127.0.0.1:…`, written just so. */
export const isLoopbackUrl = (typed: string): boolean =>
  /^http:\/\/127\.0\.0\.1:\d+(\/|$)/.test(typed) && URL.canParse(typed);
