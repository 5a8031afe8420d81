import { codeWord } from '../../../chat/messages/codes.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Factor } from '../../diagnosis/factors.ts';

/** A factor's value as people read it: visitors as a number, shares in per cent, what a buyer spends as money. */
export function factorValue(t: Translate, factor: Factor, { value, currency }: Measured): string {
  switch (factor) {
    case 'UV':
      return grouped(value);
    case 'CVR':
      return `${(value * 100).toFixed(2)}%`;
    case 'KEEP':
      return `${(value * 100).toFixed(1)}%`;
    case 'AOV':
      return moneyOf(t, value, currency);
  }
}

interface Measured {
  readonly value: number;
  /** ISO 4217 */
  readonly currency: string;
}

/** Minor units, rounded to one. */
export const moneyOf = (t: Translate, amount: number, currency: string): string =>
  String(codeWord(t, 'amount', { minor: Math.round(amount), currency })).replace('-', '−');

export const grouped = (count: number): string => Math.round(count).toLocaleString('en');

/** `+3.1%`, `−12.0%` */
export const signedPercent = (share: number): string =>
  `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}%`;
