import type { FieldFacts } from '../field-values.ts';
import type { FormPage } from '../page.ts';
import { requiredChoice, requiredText } from '../typed/field-schema.ts';
import { wholeNumber } from '../typed/number.ts';
import { lineWithin, listWithin, outOfChatContact } from '../typed/text.ts';
import { contactsFrom } from './contacts.ts';
import { input } from './input.ts';

const BACKUPS = { min: 1, max: 10, maxEntry: 60 };
const NAME = { max: 60 };
const HEADCOUNT = { min: 0, max: 10_000 };

export const teamPage: FormPage = {
  id: 'team',
  title: 'fields.page.team',
  confidential: false,
  fields: [
    input('accountManager', 'text', { maxLength: NAME.max }),
    input('backups', 'longText', { maxLength: 700 }),
    input('headcountOperations', 'number', { maxLength: 10 }),
    input('headcountCustomerService', 'number', { maxLength: 10 }),
    input('headcountOther', 'number', { maxLength: 10 }),
    input('contactPrincipals', 'people', { optionsFrom: 'contacts' }),
    input('contactOutOfChat', 'text', { maxLength: 200 }),
  ],
};

export const teamShape = (facts: FieldFacts) => ({
  accountManager: requiredText(lineWithin(NAME)),
  backups: requiredText(listWithin(BACKUPS)),
  headcountOperations: requiredText(wholeNumber(HEADCOUNT)),
  headcountCustomerService: requiredText(wholeNumber(HEADCOUNT)),
  headcountOther: requiredText(wholeNumber(HEADCOUNT)),
  contactPrincipals: requiredChoice(contactsFrom(facts.contacts)),
  contactOutOfChat: requiredText(outOfChatContact),
});
