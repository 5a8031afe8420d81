import { CERTAINTY_Z } from '../rules.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's 95 % interval of a share: which conversion rates the visitors of a window still allow. */
export function shareInterval(hits: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const z2 = CERTAINTY_Z ** 2;
  const share = hits / of;
  const centre = share + z2 / (2 * of);
  const spread = CERTAINTY_Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2));
  const scale = 1 + z2 / of;
  return { low: (centre - spread) / scale, high: (centre + spread) / scale };
}

export const excludes = ({ low, high }: Interval, value: number): boolean => value < low || value > high;
