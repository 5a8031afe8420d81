import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { amountText } from '../../../reports/fields/draft-of.ts';
import { menu, words } from '../../chat/forms/inputs.ts';
import type { CaseOf } from '../../record/case.ts';
import { CURRENCIES, OUTCOMES, PURPOSES } from '../fields.ts';

export const loanInputs = ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
  menu(t, values, {
    name: 'purpose',
    options: PURPOSES,
    word: (purpose) => t(`services.purpose.${purpose}`),
  }),
  words(t, values, 'amount', { maxLength: 40, help: true }),
  menu(t, values, { name: 'currency', options: CURRENCIES, word: (currency) => currency }),
  words(t, values, 'termMonths', { maxLength: 10 }),
];

/** A draft opens as it stands. */
export const loanValues = ({ purpose, amountMinor, currency, termMonths }: CaseOf<'loan'>): FormValues => ({
  purpose,
  amount: amountText(Number(amountMinor), currency),
  currency,
  termMonths: String(termMonths),
});

/** What is typed with a step of a loan request. */
export const LOAN_INPUTS = {
  edit: loanInputs,
  refer: ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
    words(t, values, 'lender', { maxLength: 120 }),
    words(t, values, 'reference', { maxLength: 80, help: true }),
  ],
  outcome: ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
    menu(t, values, {
      name: 'outcome',
      options: OUTCOMES,
      word: (outcome) => t(`services.outcome.${outcome}`),
    }),
  ],
};
