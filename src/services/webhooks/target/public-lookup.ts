import dns, { type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';

/** The name leads to a machine that may not be called. */
export class AddressNotPublic extends Error {
  override readonly name = 'AddressNotPublic';

  constructor() {
    super('the name leads to an address that is not public');
  }
}

type Resolve = (
  name: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name for the very connection that is then made: a name that was public when the webhook was set up may lead
 * inside a moment later. One address that is not public is enough to refuse them all.
 */
export function publicLookup(resolve: Resolve = dns.lookup): LookupFunction {
  return (name, options, done) => {
    resolve(name, { all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return done(new AddressNotPublic(), '', 0);
      }
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
