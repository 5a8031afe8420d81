/** Decimal arithmetic of ratings (domain-rules §2): exact sums and products, rounded only where a score is stored. */
import { Decimal } from 'decimal.js';

/** Wide enough that sums and products of what is measured stay exact, so that their order cannot matter. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export type Score = Decimal;

export const decimal = (value: number | string | Decimal): Decimal => new Exact(value);

export const ZERO = decimal(0);
const HUNDRED = decimal(100);

/**
 * The first rounding takes away what a division left behind: a third three times is one again, and a half stays the half
 * that the rule rounds up.
 */
const SETTLED_PLACES = 12;

export const settled = (value: Decimal): Decimal => value.toDecimalPlaces(SETTLED_PLACES);

/** A score as it is stored: two places, half up. */
export const stored = (value: Decimal): Decimal => settled(value).toDecimalPlaces(2);

export const toPlaces = (value: Decimal, places: number): number =>
  settled(value).toDecimalPlaces(places).toNumber();

export const clamped = (value: Decimal, lowest = ZERO, highest = HUNDRED): Decimal =>
  Decimal.max(lowest, Decimal.min(highest, value));

/**
 * Logarithms and roots are irrational wherever they are not whole, so no half depends on their sixteenth digit. The
 * machine's own give fifteen in a thousandth of the time, and the same ones everywhere that this engine runs.
 */
export const ln = (value: Decimal): Decimal => decimal(Math.log(value.toNumber()));
export const log2 = (value: Decimal): Decimal => decimal(Math.log2(value.toNumber()));
export const squareRoot = (value: Decimal): Decimal => decimal(Math.sqrt(value.toNumber()));

export const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => total.plus(value), ZERO);

export interface Weighed {
  readonly value: Decimal;
  readonly weight: Decimal;
}

/** Null where nothing has any weight. */
export function weightedMean(values: readonly Weighed[]): Decimal | null {
  const weight = sum(values.map((each) => each.weight));
  if (weight.isZero()) return null;
  return sum(values.map((each) => each.value.times(each.weight))).div(weight);
}
