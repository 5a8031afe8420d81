/** Where an application may be reached and whence it may call. Pure; the call itself is checked again when it is made. */
import ipaddr from 'ipaddr.js';
import { halfWidth, quoted } from '../../reports/fields/typed/clean.ts';
import { listWithin } from '../../reports/fields/typed/text.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';

const LONGEST = 500;
const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home|corp|intranet)\.?$/i;

/** An https address of a public host name, without credentials. Refuses `services.not-a-callback`. */
export function callbackUrl(text: string): Result<string> {
  const typed = halfWidth(text);
  const refusal = () => refuse('services.not-a-callback', { typed: quoted(text) });
  if (typed.length > LONGEST || !URL.canParse(typed)) return refusal();
  const { protocol, hostname, username, password, hash, href } = new URL(typed);
  const bare = hostname.replace(/^\[|\]$/g, '');
  const named = hostname.includes('.') && !ipaddr.isValid(bare) && !LOCAL_NAME.test(hostname);
  const plain = username === '' && password === '' && hash === '';
  return protocol === 'https:' && named && plain ? ok(href) : refusal();
}

const LIST = { min: 1, max: 20, maxEntry: 60 };
/** Larger networks than these are not one provider's own. */
const WIDEST = { ipv4: 24, ipv6: 48 };

/** Public addresses and small networks. Refuses `services.not-an-address`, `services.address-not-public`, `services.network-too-wide`. */
export function allowedIps(text: string): Result<readonly string[]> {
  const entries = listWithin(LIST)(halfWidth(text));
  if (isRefused(entries)) return entries;
  for (const entry of entries.ok) {
    const checked = oneNetwork(entry);
    if (isRefused(checked)) return checked;
  }
  return entries;
}

function oneNetwork(entry: string): Result<string> {
  const [address = '', prefix] = entry.split('/');
  const valid = prefix === undefined ? ipaddr.isValid(address) : ipaddr.isValidCIDR(entry);
  if (!valid) return refuse('services.not-an-address', { typed: quoted(entry) });
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return refuse('services.address-not-public', { typed: quoted(entry) });
  const widest = WIDEST[parsed.kind()];
  return prefix !== undefined && Number(prefix) < widest
    ? refuse('services.network-too-wide', { typed: quoted(entry), widest })
    : ok(entry);
}
