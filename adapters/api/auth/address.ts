import ipaddr from 'ipaddr.js';

/** Whether an application's list lets this address call; an empty list lets every one. */
export function mayCallFrom(allowed: readonly string[], address: string): boolean {
  return allowed.length === 0 || allowed.some((entry) => covers(entry, address));
}

/** An entry that cannot be read covers nothing. IPv4 that arrives over IPv6 is IPv4. */
function covers(entry: string, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const caller = ipaddr.process(address);
  if (ipaddr.isValidCIDR(entry)) {
    const [network, bits] = ipaddr.parseCIDR(entry);
    return network.kind() === caller.kind() && caller.match(network, bits);
  }
  return ipaddr.isValid(entry) && ipaddr.process(entry).toNormalizedString() === caller.toNormalizedString();
}

/** This very machine, where the demo's own systems are. */
export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
