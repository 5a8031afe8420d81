import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { FieldValues } from '../field-values.ts';
import type { FormPage } from '../page.ts';
import { FEE_MODELS, type FeeModel } from '../revision-fields.ts';
import { isBlankText } from '../typed/blank.ts';
import { oneOf, YES_NO, yesOrNo } from '../typed/choice.ts';
import { typedText, typedValues } from '../typed/clean.ts';
import { optionalChoice, optionalText, requiredChoice } from '../typed/field-schema.ts';
import { amountIn, currencyCode } from '../typed/money.ts';
import { commissionBasisPoints } from '../typed/number.ts';
import { input, options } from './input.ts';

/** Both are offered: the wrong entrance is a path that a person may take, and is told why it leads nowhere (G1). */
const SETTLEMENT_ROUTES = ['OFFLINE', 'ONLINE_PAYMENT'] as const;

export const feesPage: FormPage = {
  id: 'fees',
  title: 'fields.page.fees',
  confidential: true,
  fields: [
    input('feeModel', 'choice', { options: options('feeModel', FEE_MODELS) }),
    input('currency', 'text', {
      mandatory: 'sometimes',
      maxLength: 10,
      optionsFrom: 'currencies',
      initial: 'CNY',
    }),
    input('fixedFee', 'money', { mandatory: 'sometimes', maxLength: 30 }),
    input('commission', 'number', { mandatory: 'sometimes', maxLength: 12 }),
    input('settlementRoute', 'choice', { options: options('settlementRoute', SETTLEMENT_ROUTES) }),
    input('gmvTarget', 'money', { mandatory: 'never', maxLength: 30 }),
    input('gmvGuarantee', 'choice', { mandatory: 'never', options: options('yesNo', YES_NO), initial: 'NO' }),
  ],
};

export function feesShape(raw: FieldValues) {
  const currency = currencyIn(raw);
  return {
    feeModel: requiredChoice(oneOf(FEE_MODELS)),
    currency: optionalText(currencyCode),
    fixedFee: optionalText(amountIn(currency)),
    commission: optionalText(commissionBasisPoints),
    settlementRoute: requiredChoice(settlementRoute),
    gmvTarget: optionalText(amountIn(currency)),
    gmvGuarantee: optionalChoice(yesOrNo, false),
  };
}

function settlementRoute(values: readonly string[]): Result<'OFFLINE'> {
  const route = oneOf(SETTLEMENT_ROUTES)(values);
  if (isRefused(route)) return route;
  return route.ok === 'OFFLINE' ? ok(route.ok) : refuse('fields.wrong-entrance', { route: route.ok });
}

/** The draft's currency where it can be read: amounts on every page are judged by it. */
export function currencyIn(raw: FieldValues): string | null {
  const text = typedText(raw.currency);
  const code = isBlankText(text) ? null : currencyCode(text);
  return code !== null && 'ok' in code ? code.ok : null;
}

/** The draft's fee model where it can be read. */
export function feeModelIn(raw: FieldValues): FeeModel | null {
  const chosen = oneOf(FEE_MODELS)(typedValues(raw.feeModel));
  return 'ok' in chosen ? chosen.ok : null;
}

export const hasFixedFee = (model: FeeModel | null): boolean => model === 'FIXED' || model === 'MIXED';
export const hasCommission = (model: FeeModel | null): boolean => model === 'COMMISSION' || model === 'MIXED';
