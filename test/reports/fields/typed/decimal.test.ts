import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText } from '../../../../src/reports/fields/draft-of.ts';
import { parseDecimal, toScale } from '../../../../src/reports/fields/typed/decimal.ts';
import { amountIn, currencyExponent } from '../../../../src/reports/fields/typed/money.ts';
import { accepted } from '../refusals.ts';

describe('exact decimals', () => {
  it.each([
    ['0.1', 2, 10n],
    ['1,234,567.89', 2, 123_456_789n],
    ['－３', 0, -3n],
    ['+5', 1, 50n],
    ['1.2300', 2, 123n],
  ])('%s at scale %i is %s', (typed, scale, units) => {
    const decimal = parseDecimal(typed);
    expect(decimal && toScale(decimal, scale)).toBe(units);
  });

  it.each(['', '.', '1.', '.5', '1e3', '0x10', '1,23', '1,2345', '1 000', '--1', 'Infinity', '١٢'])(
    '%j is none',
    (typed) => {
      expect(parseDecimal(typed)).toBeNull();
    },
  );

  it('an amount shown is read back to the same minor units in every currency', () => {
    const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'USD', 'KRW');
    fc.assert(
      fc.property(currency, fc.nat(), (code, minor) => {
        expect(accepted(amountIn(code)(amountText(minor, code)))).toBe(minor);
      }),
    );
  });

  it.each([
    ['CNY', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i decimals', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });
});
