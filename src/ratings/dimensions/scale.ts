/** D3, scale (domain-rules §7.3): the middle of one's own rank among the group, so that equals score alike. */
import { decimal } from '../decimal.ts';
import { SCALE } from '../rules.ts';
import type { Scale } from '../score/evidence.ts';
import type { Measured } from './dimension.ts';

export function scale({ below, equal, group, storeMonths }: Scale): Measured {
  const value = decimal(equal).times(0.5).plus(below).times(100).div(group);
  return { value, evidenced: storeMonths >= SCALE.minimumStoreMonths };
}
