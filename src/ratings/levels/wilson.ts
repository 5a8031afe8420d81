/** Wilson's lower bound: how good the checks are at least, given how few there are (domain-rules §7.4). */
import type { Decimal } from 'decimal.js';
import { decimal, squareRoot, ZERO } from '../decimal.ts';
import type { Checks } from '../score/evidence.ts';

/** One-sided 90 per cent. */
const Z = decimal('1.2816');
const Z2 = Z.times(Z);

export function wilsonLower({ met, measured }: Checks): Decimal {
  if (measured === 0) return ZERO;
  const share = decimal(met).div(measured);
  const spread = share
    .times(decimal(1).minus(share))
    .div(measured)
    .plus(Z2.div(4 * measured ** 2));
  const centre = share.plus(Z2.div(2 * measured));
  return centre.minus(Z.times(squareRoot(spread))).div(Z2.div(measured).plus(1));
}
