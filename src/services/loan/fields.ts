/** What a loan request asks for (domain-rules §9). Pure. */
import type { FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { oneOf } from '../../reports/fields/typed/choice.ts';
import { requiredChoice, requiredText } from '../../reports/fields/typed/field-schema.ts';
import { amountIn } from '../../reports/fields/typed/money.ts';
import { wholeNumber } from '../../reports/fields/typed/number.ts';
import { isRefused, ok, type Result } from '../../result.ts';
import { beside, line, readFields } from '../fields.ts';

export const CURRENCIES = ['CNY', 'USD', 'HKD', 'EUR', 'GBP', 'JPY', 'AUD', 'SGD'] as const;
export const PURPOSES = ['STOCK', 'MARKETING', 'STAFF', 'DEPOSIT', 'OTHER'] as const;
export const OUTCOMES = ['GRANTED', 'DECLINED', 'NOT_TAKEN'] as const;

const TERM_MONTHS = { min: 1, max: 60 };

export interface LoanFields {
  readonly purpose: (typeof PURPOSES)[number];
  readonly amountMinor: number;
  readonly currency: string;
  readonly termMonths: number;
}

/** Refuses `fields.*`, and `services.amount-nothing` where no money is asked for. */
export function readLoan(values: FormValues): Result<LoanFields> {
  const currency = CURRENCIES.find((known) => known === typed(values, 'currency')) ?? null;
  const read = readFields(
    {
      purpose: requiredChoice(oneOf(PURPOSES)),
      amount: requiredText(amountIn(currency)),
      currency: requiredChoice(oneOf(CURRENCIES)),
      termMonths: requiredText(wholeNumber(TERM_MONTHS)),
    },
    values,
  );
  if (isRefused(read)) return read;
  const { amount: amountMinor, ...others } = read.ok;
  return amountMinor === 0 ? beside('amount', 'services.amount-nothing') : ok({ ...others, amountMinor });
}

/** With which lender, and under which of its numbers. */
export const REFERRAL_FIELDS = { lender: line(120), reference: line(80) };
export const OUTCOME_FIELDS = { outcome: requiredChoice(oneOf(OUTCOMES)) };
