/** Whether a plan has brought anything: difference in differences (domain-rules §10.1). */
import type { Factor } from '../diagnosis/factors.ts';
import { excludes, shareInterval } from '../diagnosis/interval.ts';
import { CLEAR_EFFECT, PLAN } from '../rules.ts';

/** Half the gap to the median; whoever is there already is to stay there. */
export const targetOf = (value: number, median: number): number =>
  value + Math.max(0, median - value) * PLAN.gapShare;

export type EffectVerdict = 'UP' | 'DOWN' | 'NO_CLEAR_EFFECT';

export interface Effect {
  readonly verdict: EffectVerdict;
  /** Change of the store minus change of the peers' median, as a share of 1. */
  readonly effect: number;
}

export interface BeforeAndNow {
  readonly metric: Factor;
  /** The store's own value, and the median of its peers. */
  readonly before: { readonly store: number; readonly peers: number };
  readonly now: { readonly store: number; readonly peers: number };
  /** Of the store's window now: what its conversion rate rests on. */
  readonly buyers: number;
  readonly uv: number;
}

/**
 * What the peers did as well is no effect; nor is what is small, or what chance alone explains of a conversion rate. Null
 * where there is nothing to divide by.
 */
export function effectOf({ metric, before, now, buyers, uv }: BeforeAndNow): Effect | null {
  if (!(before.store > 0 && before.peers > 0)) return null;
  const effect = now.store / before.store - now.peers / before.peers;
  const expected = (before.store * now.peers) / before.peers;
  const byChance = metric === 'CVR' && !excludes(shareInterval(buyers, uv), expected);
  if (Math.abs(effect) < CLEAR_EFFECT || byChance) return { verdict: 'NO_CLEAR_EFFECT', effect };
  return { verdict: effect > 0 ? 'UP' : 'DOWN', effect };
}
