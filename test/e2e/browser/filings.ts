import { categoryName } from '../../../src/directory/categories.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { addDays } from '../../../src/reports/periods.ts';
import type { IsoDate } from '../../../src/reports/report.ts';
import { REQUEST, REVISION } from '../support/journey.ts';

/** What Olivia asks for, by the words in her menus. */
export const requestFrom = (start: IsoDate): FieldValues => ({
  ...REQUEST,
  serviceItemIds: ['Daily store operation'],
  purchaseStart: start,
  reportingStart: start,
  contactPrincipals: ['Olivia Hart'],
});

/** What Lin Xiao files, by the words in his menus; what is not mandatory stays blank. */
export const revisionFrom = (start: IsoDate): FieldValues => ({
  ...REVISION,
  contractSignedOn: addDays(start, -20),
  contractStart: start,
  contractEnd: addDays(start, 500),
  categories: [categoryName('BEAUTY_SKINCARE', 'zh')],
  contactPrincipals: ['林晓'],
});
