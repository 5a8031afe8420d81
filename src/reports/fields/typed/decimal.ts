/** Exact decimals as typed: no floating point between the form and the minor units. */
import { halfWidth } from './clean.ts';

export interface Decimal {
  /** The value times 10^scale. */
  readonly units: bigint;
  readonly scale: number;
}

const PLAIN = /^[+-]?\d+(?:\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const LONGEST = 30;

/** `12.50`, `1,200`, `１２`, `−3`; null for anything else. `1,20` and `1.200,50` are ambiguous and therefore null. */
export function parseDecimal(typed: string): Decimal | null {
  const text = halfWidth(typed);
  if (text.length > LONGEST || !(PLAIN.test(text) || GROUPED.test(text))) return null;
  const [whole = '', fraction = ''] = text.replaceAll(',', '').replace('+', '').split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/** The value times 10^scale as an integer; null when digits would be lost. */
export function toScale(decimal: Decimal, scale: number): bigint | null {
  if (decimal.scale <= scale) return decimal.units * 10n ** BigInt(scale - decimal.scale);
  const divisor = 10n ** BigInt(decimal.scale - scale);
  return decimal.units % divisor === 0n ? decimal.units / divisor : null;
}

/** As a JavaScript number, for small values with few decimals. */
export const toNumber = (decimal: Decimal): number => Number(decimal.units) / 10 ** decimal.scale;
