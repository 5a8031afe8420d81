/** D2, growth against peers (domain-rules §7.3): the square root keeps one large store from speaking for all. */
import { clamped, decimal, ln, squareRoot, weightedMean, ZERO } from '../decimal.ts';
import { GROWTH } from '../rules.ts';
import type { StoreGrowth } from '../score/evidence.ts';
import type { Measured } from './dimension.ts';

export function growth(stores: readonly StoreGrowth[]): Measured {
  const { priorStores, priorScore, minimumStores } = GROWTH;
  const weighed = stores.map((store) => ({
    value: storeGrowth(store),
    weight: squareRoot(decimal(store.gmv)),
  }));
  const mean = weightedMean(weighed) ?? ZERO;
  const value = mean
    .times(stores.length)
    .plus(priorStores * priorScore)
    .div(stores.length + priorStores);
  return { value, evidenced: stores.length >= minimumStores };
}

/** One store's part, 0 to 100. A store that sold nothing fell as far as one can. */
export function storeGrowth({ gmv, previous, peerRatio }: StoreGrowth) {
  if (gmv === 0) return ZERO;
  const ratio = decimal(gmv).div(decimal(previous).times(peerRatio));
  return clamped(ln(ratio).times(100).plus(50));
}
