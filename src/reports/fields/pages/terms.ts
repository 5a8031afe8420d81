import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { FormPage } from '../page.ts';
import { oneOf } from '../typed/choice.ts';
import { quoted } from '../typed/clean.ts';
import { optionalText, requiredChoice, requiredText } from '../typed/field-schema.ts';
import { wholeNumber } from '../typed/number.ts';
import { LINE_BREAKS, listWithin, textWithin } from '../typed/text.ts';
import { input, options } from './input.ts';

const DATA_ACCESS = { min: 1, max: 20, maxEntry: 120, separators: LINE_BREAKS };
const NOTICE_DAYS = { min: 0, max: 180 };
const HANDOVER_DAYS = { min: 5, max: 60 };
const RELATED_PARTY = ['NONE', 'DECLARED'] as const;
const RELATED_PARTY_TEXT = { min: 10, max: 500 };
const LEAST_NOTICE_DAYS = 30;

/** What the notice period counts as: never under 30 days, whatever the contract says (domain-rules §4.2). */
export const effectiveNoticeDays = (contractDays: number): number =>
  Math.max(contractDays, LEAST_NOTICE_DAYS);

export const relatedPartyFields = [
  input('relatedParty', 'choice', { options: options('relatedParty', RELATED_PARTY) }),
  input('relatedPartyText', 'longText', { mandatory: 'sometimes', maxLength: RELATED_PARTY_TEXT.max }),
];

export const relatedPartyShape = () => ({
  relatedParty: requiredChoice(oneOf(RELATED_PARTY)),
  relatedPartyText: optionalText(textWithin(RELATED_PARTY_TEXT)),
});

export const termsPage: FormPage = {
  id: 'terms',
  title: 'fields.page.terms',
  confidential: true,
  fields: [
    input('dataAccess', 'longText', { maxLength: 2500 }),
    input('terminationNoticeDays', 'number', { maxLength: 10, initial: '30' }),
    input('handoverDays', 'number', { maxLength: 10, initial: '30' }),
    ...relatedPartyFields,
  ],
};

export const termsShape = () => ({
  dataAccess: requiredText(accountRoles),
  terminationNoticeDays: requiredText(wholeNumber(NOTICE_DAYS)),
  handoverDays: requiredText(wholeNumber(HANDOVER_DAYS)),
  ...relatedPartyShape(),
});

const EVERYTHING =
  /\b(?:main|master|owner|root) account\b|\b(?:all|full) (?:permissions?|access|rights)\b|主账号|全部权限|所有权限/i;

/** Least privilege: a role that can do everything is refused as `fields.too-much-access`. */
function accountRoles(text: string): Result<readonly string[]> {
  const roles = listWithin(DATA_ACCESS)(text);
  if (isRefused(roles)) return roles;
  const whole = roles.ok.find((role) => EVERYTHING.test(role.normalize('NFKC')));
  return whole === undefined ? ok(roles.ok) : refuse('fields.too-much-access', { typed: quoted(whole) });
}
