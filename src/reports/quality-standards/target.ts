/** Reads one target as people write it: `60`, `<= 60`, `≤60秒`, `95%`, `至少 2 次`. */

import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { halfWidth, quoted } from '../fields/typed/clean.ts';
import { type Decimal, parseDecimal, toNumber, toScale } from '../fields/typed/decimal.ts';
import { amountIn } from '../fields/typed/money.ts';
import type { StandardSpec } from './catalogue.ts';
import type { Operator, StandardUnit } from './line.ts';

// A bare < or > is read as its inclusive form: the card shows back what was understood, with the sign of the standard.
const OPERATORS: Readonly<Record<Operator, RegExp>> = {
  '<=': /^(?:<=|=<|<|≤|≦|⩽|at most|within|no more than|不超过|不高于|不多于|至多|最多|小于等于)\s*/i,
  '>=': /^(?:>=|=>|>|≥|≧|⩾|at least|no less than|不低于|不少于|至少|最少|大于等于)\s*/i,
};

const UNITS: Readonly<Record<Exclude<StandardUnit, 'MINOR_UNITS'>, RegExp>> = {
  SECONDS: /^(?:s|secs?|seconds?|秒|秒钟)$/i,
  HOURS: /^(?:h|hrs?|hours?|小时|个小时)$/i,
  DAYS: /^(?:d|days?|天|日|个自然日)$/i,
  DAY_OF_MONTH: /^(?:st|nd|rd|th|日|号)$/i,
  PERCENT: /^(?:%|percent|per cent)$/i,
  POINTS: /^(?:points?|分)$/i,
  PER_MONTH: /^(?:x|times|meetings?|次|次\/月|per month|\/month|\/月)$/i,
  RATIO: /^(?:x|times|倍|:1)$/i,
};

export const OPERATOR_SIGN: Readonly<Record<Operator, string>> = { '<=': '≤', '>=': '≥' };

/**
 * The target in the standard's unit; QS11 in minor units of the currency.
 * Refuses `standards.wrong-operator`, `standards.not-a-target`, `standards.wrong-unit`, `standards.too-precise`,
 * `standards.target-out-of-range`, `standards.currency-first`.
 */
export function parseTarget(spec: StandardSpec, typed: string, currency: string | null): Result<number> {
  // NFKC turns ≤ into nothing else, but it does turn ％, ＜ and full-width digits into what the patterns expect.
  const text = halfWidth(typed);
  const data = { typed: quoted(typed), operator: OPERATOR_SIGN[spec.operator], example: spec.example };
  const opposite = spec.operator === '<=' ? OPERATORS['>='] : OPERATORS['<='];
  if (opposite.test(text)) return refuse('standards.wrong-operator', data);
  const rest = text.replace(OPERATORS[spec.operator], '');
  return spec.unit === 'MINOR_UNITS'
    ? money(rest, currency)
    : number({ ...spec, unit: spec.unit }, rest, data);
}

function money(rest: string, currency: string | null): Result<number> {
  if (currency === null) return refuse('standards.currency-first');
  const amount = amountIn(currency)(rest);
  if (isRefused(amount)) return amount;
  return amount.ok === 0 ? refuse('standards.gmv-zero') : amount;
}

type NumberSpec = StandardSpec & { readonly unit: Exclude<StandardUnit, 'MINOR_UNITS'> };

function number(spec: NumberSpec, rest: string, data: Readonly<Record<string, unknown>>): Result<number> {
  const { value = '', unit = '' } = /^(?<value>[+-]?[\d.,]+)\s*(?<unit>\D*|:1)$/u.exec(rest)?.groups ?? {};
  const decimal = parseDecimal(value);
  if (decimal === null) return refuse('standards.not-a-target', data);
  if (unit !== '' && !UNITS[spec.unit].test(unit))
    return refuse('standards.wrong-unit', { ...data, unit: quoted(unit) });
  return withinRange(spec, decimal, data);
}

function withinRange(
  spec: StandardSpec,
  decimal: Decimal,
  data: Readonly<Record<string, unknown>>,
): Result<number> {
  const { min, max, decimals } = spec;
  const target = toNumber(decimal);
  if (target < min || target > max) return refuse('standards.target-out-of-range', { ...data, min, max });
  if (toScale(decimal, decimals) === null) return refuse('standards.too-precise', { ...data, decimals });
  return ok(target);
}
