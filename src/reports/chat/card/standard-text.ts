import type { Reader } from '../../../chat/conversation.ts';
import { currencyExponent } from '../../fields/typed/money.ts';
import { CATALOGUE } from '../../quality-standards/catalogue.ts';
import type { Remedy, StandardLine } from '../../quality-standards/line.ts';
import { OPERATOR_SIGN } from '../../quality-standards/target.ts';

/** `QS03 On-time shipment ≥ 95 % · repair in 7 days`, or the reason why it does not apply. */
export function standardText(reader: Reader, line: StandardLine, currency: string | null): string {
  const { t } = reader;
  const name = `${line.code} ${t(`standards.metric.${CATALOGUE[line.code].metric}`)}`;
  if (line.target === null)
    return t('common.labelled', {
      label: name,
      text: t('standards.not-applicable', { reason: line.naReason ?? '' }),
    });
  const target = `${OPERATOR_SIGN[line.operator]} ${targetText(reader, line, currency)}`;
  return line.remedy === null
    ? `${name} ${target}`
    : `${name} ${target} · ${remedyName(reader, line.remedy)}`;
}

/** `95 %`; QS11 as an amount of the report's currency. */
export function targetText(
  { t, locale }: Reader,
  { target, unit }: Pick<StandardLine, 'target' | 'unit'>,
  currency: string | null,
): string {
  const money = unit === 'MINOR_UNITS' ? amount(locale, target, currency) : null;
  return money ?? `${target} ${t(`standards.unit.${unit}`)}`;
}

/** Money in minor units, in the reader's way of writing it. */
export function amount(locale: string, minor: number | null, currency: string | null): string | null {
  if (minor === null || currency === null) return null;
  const value = minor / 10 ** currencyExponent(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
}

/** What a miss costs, in the words of the form. */
export function remedyName({ t }: Pick<Reader, 't'>, remedy: Remedy): string {
  const key = `standards.remedy.${remedy.kind}`;
  if (remedy.kind === 'FIX_IN_DAYS') return t(key, { days: remedy.days });
  return remedy.kind === 'FEE_CREDIT' ? t(key, { percent: remedy.bp / 100 }) : t(key);
}
