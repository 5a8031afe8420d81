import { ok, type Result, refuse } from '../../../result.ts';
import { halfWidth, quoted } from './clean.ts';
import { parseDecimal, toScale } from './decimal.ts';
import type { TextParser } from './field-schema.ts';

export interface WholeRange {
  readonly min: number;
  readonly max: number;
}

// People write the unit beside the number; the input's label names it, so it is only dropped.
const COUNT_UNITS = /\s*(?:days?|months?|people|persons?|天|日|个月|月|人|名|个)$/i;

/** Refuses `fields.not-a-number`, `fields.not-whole`, `fields.out-of-range`. */
export function wholeNumber({ min, max }: WholeRange): TextParser<number> {
  return (text) => {
    const decimal = parseDecimal(halfWidth(text).replace(COUNT_UNITS, ''));
    if (decimal === null) return refuse('fields.not-a-number', { typed: quoted(text), min, max });
    const whole = toScale(decimal, 0);
    if (whole === null) return refuse('fields.not-whole', { typed: quoted(text), min, max });
    return whole < min || whole > max
      ? refuse('fields.out-of-range', { min, max, typed: quoted(text) })
      : ok(Number(whole));
  };
}

const COMMISSION_BP = { min: 1, max: 5000 };

/**
 * Per cent as typed (`5`, `5%`, `0.5 %`) or basis points (`500bp`) to basis points 1-5000.
 * Refuses `fields.not-a-percentage`, `fields.commission-precision`, `fields.commission-range`.
 */
export function commissionBasisPoints(text: string): Result<number> {
  const plain = halfWidth(text);
  const inBasisPoints = /\s*(?:bps?|基点)$/i;
  const decimal = parseDecimal(plain.replace(inBasisPoints, '').replace(/\s*%$/, ''));
  if (decimal === null) return refuse('fields.not-a-percentage', { typed: quoted(text) });
  const bp = toScale(decimal, inBasisPoints.test(plain) ? 0 : 2);
  if (bp === null) return refuse('fields.commission-precision', { typed: quoted(text) });
  const { min, max } = COMMISSION_BP;
  return bp < min || bp > max ? refuse('fields.commission-range', { typed: quoted(text) }) : ok(Number(bp));
}
