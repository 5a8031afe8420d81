/** Reads what was measured as people write it: `45 / 320`, `96.5% / 1,204`, `3`: the value, then the cases behind it. */
import { halfWidth, quoted } from '../../../reports/fields/typed/clean.ts';
import { parseDecimal, toNumber, toScale } from '../../../reports/fields/typed/decimal.ts';
import { amountIn } from '../../../reports/fields/typed/money.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { Measurement } from '../../quality-check.ts';
import type { MonthStandard } from '../../record/checks/month-checks.ts';

const MOST_DECIMALS = 4;
const LARGEST_COUNT = 2_147_483_647;

/**
 * Null where nothing was typed. Without cases the value stands for one measurement; a standard that asks for more has to be
 * told how many there were. Refuses `ratings.check-value`, `ratings.check-cases` and what an amount is refused for.
 */
export function measuredOf(
  { code, unit, sampleMinimum }: MonthStandard,
  typed: string,
  currency: string | null,
): Result<Measurement | null> {
  const text = halfWidth(typed).trim();
  if (text === '') return ok(null);
  const [value = '', cases, ...rest] = text.split(/\s*(?:\/|;|of)\s*/i);
  const measured = unit === 'MINOR_UNITS' ? amountIn(currency ?? 'CNY')(value) : plainValue(value);
  if (isRefused(measured)) return measured;
  if (rest.length > 0) return refuse('ratings.check-value', { typed: quoted(typed) });
  const n = cases === undefined ? (sampleMinimum > 1 ? null : 1) : wholeOf(cases);
  if (n === null) return refuse('ratings.check-cases', { typed: quoted(typed), minimum: sampleMinimum });
  return ok({ code, measured: measured.ok, n, exemptionBy: null });
}

function plainValue(value: string): Result<number> {
  const decimal = parseDecimal(value.replace(/\s*[\p{L}%°]+$/u, ''));
  return decimal === null || toScale(decimal, MOST_DECIMALS) === null
    ? refuse('ratings.check-value', { typed: quoted(value) })
    : ok(toNumber(decimal));
}

export function wholeOf(cases: string): number | null {
  const decimal = parseDecimal(cases.replace(/\s*\p{L}+$/u, ''));
  const whole = decimal === null ? null : toScale(decimal, 0);
  return whole === null || whole < 0 || whole > LARGEST_COUNT ? null : Number(whole);
}
