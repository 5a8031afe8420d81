import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { FieldFacts } from '../field-values.ts';
import type { FormPage } from '../page.ts';
import { someOf } from '../typed/choice.ts';
import { halfWidth } from '../typed/clean.ts';
import { writtenDate } from '../typed/date.ts';
import { requiredChoice, requiredText } from '../typed/field-schema.ts';
import { lineWithin, listWithin } from '../typed/text.ts';
import { exceptionFields, exceptionShape, PROVIDER_EXCEPTIONS } from './exceptions.ts';
import { input } from './input.ts';

const CONTRACT_NO = { min: 3, max: 64 };
const CATEGORIES = { min: 1, max: 5 };
const BRANDS = { min: 1, max: 20, maxEntry: 60 };

export const contractPage: FormPage = {
  id: 'contract',
  title: 'fields.page.contract',
  confidential: false,
  fields: [
    input('contractNo', 'text', { maxLength: CONTRACT_NO.max }),
    input('contractSignedOn', 'date'),
    input('contractStart', 'date'),
    input('contractEnd', 'date'),
    input('categories', 'choices', { optionsFrom: 'storeCategories' }),
    input('brands', 'longText', { maxLength: 1500 }),
    // Beside the dates, since dates that do not cover the period are refused unless an exception is asked for.
    ...exceptionFields(PROVIDER_EXCEPTIONS),
  ],
};

export const contractShape = (facts: FieldFacts) => ({
  contractNo: requiredText(contractNumber(facts.contractNosInUse)),
  contractSignedOn: requiredText(writtenDate),
  contractStart: requiredText(writtenDate),
  contractEnd: requiredText(writtenDate),
  categories: requiredChoice(categoriesOf(facts.storeCategories)),
  brands: requiredText(listWithin(BRANDS)),
  ...exceptionShape(PROVIDER_EXCEPTIONS),
});

// "HT-2026 / 001" and "ht-2026/001" are one number to a person who looks it up.
const sameNumber = (contractNo: string): string => halfWidth(contractNo).toUpperCase().replace(/\s/g, '');

/** Refuses `fields.contract-no-taken` when the same pair has filed the number before. */
function contractNumber(inUse: readonly string[]) {
  return (text: string): Result<string> => {
    const contractNo = lineWithin(CONTRACT_NO)(text);
    if (isRefused(contractNo)) return contractNo;
    const taken = inUse.some((other) => sameNumber(other) === sameNumber(contractNo.ok));
    return taken ? refuse('fields.contract-no-taken', { contractNo: contractNo.ok }) : ok(contractNo.ok);
  };
}

/** Refuses `fields.not-a-store-category`, naming what the store sells in. */
function categoriesOf(storeCategories: readonly string[]) {
  return (values: readonly string[]): Result<readonly string[]> => {
    const chosen = someOf(storeCategories, CATEGORIES)(values);
    if (!isRefused(chosen) || chosen.refused !== 'fields.not-an-option') return chosen;
    return refuse('fields.not-a-store-category', { ...chosen.data, categories: storeCategories });
  };
}
