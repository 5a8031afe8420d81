import { parseDecimal, toNumber, toScale } from '../../reports/fields/typed/decimal.ts';
import { isIsoDate } from '../../reports/periods.ts';
import type { IsoDate } from '../../reports/report.ts';
import type { Reading } from './columns.ts';
import type { RejectionCode } from './row.ts';

export interface WrongCell {
  readonly code: RejectionCode;
}

type Cell = number | string | null | WrongCell;

const wrong = (code: RejectionCode): WrongCell => ({ code });

interface Asked {
  readonly reads: Reading;
  readonly required: boolean;
}

/** Null where an optional cell is empty. */
export function readCell(typed: string, { reads, required }: Asked, today: IsoDate): Cell {
  if (typed === '') return required ? wrong('blank') : null;
  if (reads === 'store') return typed;
  if (reads === 'month') return monthOf(typed, today);
  if (reads === 'currency')
    return /^[A-Za-z]{3}$/.test(typed) ? typed.toUpperCase() : wrong('not-a-currency');
  if (reads === 'dsr') return within(typed, { min: 1, max: 5, scale: 2 }) ?? wrong('not-a-score');
  if (reads === 'share') return shareOf(typed) ?? wrong('not-a-share');
  return wholeOf(typed, reads === 'money' ? Number.MAX_SAFE_INTEGER : LARGEST_COUNT);
}

/** What an integer column holds. */
const LARGEST_COUNT = 2_147_483_647;

// Most cells are plain digits, and a large file has tens of millions of them.
const DIGITS = /^\d{1,15}$/;

function wholeOf(typed: string, largest: number): number | WrongCell {
  const value = DIGITS.test(typed) ? Number(typed) : wholeDecimal(typed);
  if (value === null) return wrong('not-a-count');
  if (value < 0) return wrong('negative');
  return value > largest ? wrong('too-large') : value;
}

function wholeDecimal(typed: string): number | null {
  const decimal = parseDecimal(typed);
  const whole = decimal && toScale(decimal, 0);
  return whole === null ? null : Number(whole);
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly scale: number;
}

function within(typed: string, { min, max, scale }: Range): number | null {
  const decimal = parseDecimal(typed);
  if (decimal === null || toScale(decimal, scale) === null) return null;
  const value = toNumber(decimal);
  return value >= min && value <= max ? value : null;
}

/** `0.95` or `95%`. */
function shareOf(typed: string): number | null {
  const percent = /^(.*?)\s*[%％]$/.exec(typed)?.[1];
  const decimal = parseDecimal(percent ?? typed);
  if (decimal === null) return null;
  const value =
    percent === undefined ? toNumber(decimal) : toNumber({ ...decimal, scale: decimal.scale + 2 });
  return value >= 0 && value <= 1 ? value : null;
}

const MONTH = /^(\d{4})[-/.年]\s*(\d{1,2})\s*(?:月|[-/.]0?1)?$/;

function monthOf(typed: string, today: IsoDate): string | WrongCell {
  const [, year = '', month = ''] = MONTH.exec(typed.normalize('NFKC')) ?? [];
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (!isIsoDate(first)) return wrong('not-a-month');
  return first > today ? wrong('future') : first;
}
