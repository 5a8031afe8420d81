import { ok, type Result, refuse } from '../../../result.ts';
import { halfWidth, quoted } from './clean.ts';
import { type Decimal, parseDecimal, toScale } from './decimal.ts';
import type { TextParser } from './field-schema.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** What people write for a currency; a sign that several share is listed with all that it may mean. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  人民币: ['CNY'],
  RMB: ['CNY'],
  美元: ['USD'],
  港币: ['HKD'],
  日元: ['JPY'],
  欧元: ['EUR'],
  $: ['USD', 'HKD', 'AUD', 'SGD', 'CAD', 'NZD', 'TWD', 'MXN'],
  HK$: ['HKD'],
  US$: ['USD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₩': ['KRW'],
  '₽': ['RUB'],
  '฿': ['THB'],
};

/** Digits after the point in this currency's ordinary amounts (2 for CNY, 0 for JPY, 3 for KWD). */
export function currencyExponent(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** ISO 4217 codes, and the names that people use for one currency only. Refuses `fields.not-a-currency`. */
export function currencyCode(text: string): Result<string> {
  const plain = halfWidth(text).toUpperCase();
  const named = MARKS[plain];
  const code = named?.length === 1 ? named[0] : plain;
  return code !== undefined && CURRENCIES.has(code)
    ? ok(code)
    : refuse('fields.not-a-currency', { typed: quoted(text) });
}

// What one column of an amount can hold and JSON can carry exactly.
const LARGEST_MINOR = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * An amount in integer minor units of the currency: `12.50`, `¥1,200`, `USD 300`, `12万`. Never negative.
 * Refuses `fields.not-an-amount`, `fields.currency-mismatch`, `fields.negative-amount`, `fields.amount-precision`,
 * `fields.amount-too-large`. Without a currency the amount is read with two decimals, and the currency is asked for.
 */
export function amountIn(currency: string | null): TextParser<number> {
  return (text) => {
    const { mark, number } = split(halfWidth(text));
    const amount = withChineseUnit(number);
    if (amount === null) return refuse('fields.not-an-amount', { typed: quoted(text) });
    if (currency !== null && mark !== '' && !(MARKS[mark] ?? [mark]).includes(currency)) {
      return refuse('fields.currency-mismatch', { typed: quoted(text), currency });
    }
    return minorUnits(amount, currency, quoted(text));
  };
}

function split(text: string): { readonly mark: string; readonly number: string } {
  const match = /^(?<before>[^\d+.-]*)(?<number>[+-]?[\d.,]*\d\s*[万亿]?)(?<after>[^\d]*)$/u.exec(text);
  const { before = '', number = '', after = '' } = match?.groups ?? {};
  const mark = `${before.trim()}${after.trim()}`.toUpperCase();
  const known = mark === '' || Object.hasOwn(MARKS, mark) || CURRENCIES.has(mark);
  return known ? { mark, number } : { mark, number: '' };
}

/** 万 and 亿 are how Chinese amounts are written: ten thousand and a hundred million. */
function withChineseUnit(typed: string): Decimal | null {
  const unit = /[万亿]$/u.exec(typed)?.[0];
  const decimal = parseDecimal(unit === undefined ? typed : typed.slice(0, -1));
  if (decimal === null || unit === undefined) return decimal;
  return { units: decimal.units * (unit === '万' ? 10_000n : 100_000_000n), scale: decimal.scale };
}

function minorUnits(amount: Decimal, currency: string | null, typed: string): Result<number> {
  if (amount.units < 0n) return refuse('fields.negative-amount', { typed });
  const decimals = currency === null ? 2 : currencyExponent(currency);
  const minor = toScale(amount, decimals);
  if (minor === null) return refuse('fields.amount-precision', { typed, decimals, currency: currency ?? '' });
  return minor > LARGEST_MINOR ? refuse('fields.amount-too-large', { typed }) : ok(Number(minor));
}
