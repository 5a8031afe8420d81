/** The store's own form: what it asks for (domain-rules §4.2, rows filled by the store). G2-G4 judge the periods. */
import { isRefused, type Result, refuse } from '../../../result.ts';
import { SERVICE_SCOPES } from '../../report.ts';
import type { RequestFacts } from '../field-values.ts';
import type { FormPage } from '../page.ts';
import { oneOf, someOf, YES_NO, yesOrNo } from '../typed/choice.ts';
import { writtenDate } from '../typed/date.ts';
import { optionalChoice, requiredChoice, requiredText } from '../typed/field-schema.ts';
import { wholeNumber } from '../typed/number.ts';
import { outOfChatContact } from '../typed/text.ts';
import { contactsFrom } from './contacts.ts';
import { exceptionFields, exceptionShape, STORE_EXCEPTIONS } from './exceptions.ts';
import { input, options } from './input.ts';
import { relatedPartyFields, relatedPartyShape } from './terms.ts';

const MONTHS = { min: 1, max: 36 };
export const requestPages: readonly FormPage[] = [
  {
    id: 'request',
    title: 'fields.page.request',
    confidential: false,
    fields: [
      input('serviceItemIds', 'choices', { optionsFrom: 'offeredServiceItems' }),
      input('serviceScope', 'choices', { options: options('serviceScope', SERVICE_SCOPES) }),
      input('primaryOperator', 'choice', { options: options('yesNo', YES_NO), initial: 'NO' }),
      input('purchaseStart', 'date'),
      input('purchaseMonths', 'number', { maxLength: 10, initial: '12' }),
      input('reportingStart', 'date'),
      input('reportingMonths', 'number', { maxLength: 10, initial: '12' }),
    ],
  },
  {
    id: 'request-parties',
    title: 'fields.page.request-parties',
    confidential: true,
    fields: [
      input('contactPrincipals', 'people', { optionsFrom: 'contacts' }),
      input('contactOutOfChat', 'text', { maxLength: 200 }),
      ...relatedPartyFields,
      input('renewsReportId', 'choice', { mandatory: 'never', optionsFrom: 'renewableReports' }),
      ...exceptionFields(STORE_EXCEPTIONS),
    ],
  },
];

export const requestShape = (facts: RequestFacts) => ({
  serviceItemIds: requiredChoice(offeredItems(facts.offeredServiceItemIds)),
  serviceScope: requiredChoice(someOf(SERVICE_SCOPES, { min: 1, max: SERVICE_SCOPES.length })),
  primaryOperator: requiredChoice(yesOrNo),
  purchaseStart: requiredText(writtenDate),
  purchaseMonths: requiredText(wholeNumber(MONTHS)),
  reportingStart: requiredText(writtenDate),
  reportingMonths: requiredText(wholeNumber(MONTHS)),
});

export const requestPartiesShape = (facts: RequestFacts) => ({
  contactPrincipals: requiredChoice(contactsFrom(facts.contacts)),
  contactOutOfChat: requiredText(outOfChatContact),
  ...relatedPartyShape(),
  renewsReportId: optionalChoice(renewable(facts), null),
  ...exceptionShape(STORE_EXCEPTIONS),
});

/** Refuses `fields.item-not-offered` for an item that the provider has withdrawn meanwhile. */
function offeredItems(offered: readonly string[]) {
  return (values: readonly string[]): Result<readonly string[]> => {
    const chosen = someOf(offered, { min: 1, max: offered.length })(values);
    return isRefused(chosen) && chosen.refused === 'fields.not-an-option'
      ? refuse('fields.item-not-offered')
      : chosen;
  };
}

/** Refuses `fields.not-renewable` for anything but a report of the same pair. */
function renewable({ renewable: reports }: RequestFacts) {
  return (values: readonly string[]): Result<string> => {
    const chosen = oneOf(reports.map((report) => report.id))(values);
    return isRefused(chosen) ? refuse('fields.not-renewable', chosen.data) : chosen;
  };
}
