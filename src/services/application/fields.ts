/** What an application for the API asks for (domain-rules §9). Pure. */
import type { FormValues } from '../../chat/form.ts';
import type { ApiAccess } from '../../ratings/ladder/benefits.ts';
import { someOf } from '../../reports/fields/typed/choice.ts';
import { requiredChoice, requiredText } from '../../reports/fields/typed/field-schema.ts';
import { wholeNumber } from '../../reports/fields/typed/number.ts';
import { outOfChatContact, textWithin } from '../../reports/fields/typed/text.ts';
import { isRefused, ok, type Result } from '../../result.ts';
import { SCOPES, type Scope } from '../access/scopes.ts';
import { beside, line, readFields } from '../fields.ts';
import { allowedIps, callbackUrl } from './addresses.ts';
import { beyondLevel } from './scopes.ts';

export const DATA_CLASSES = ['OWN_REPORTS', 'STORE_FIGURES', 'CONTRACT_FILES', 'CONTACTS'] as const;

/** Nothing that was read is kept for longer than a year. */
const RETENTION_DAYS = { min: 1, max: 365 };
const PURPOSE = { min: 20, max: 1_000 };

const FIELDS = {
  systemName: line(60),
  systemPurpose: requiredText(textWithin(PURPOSE)),
  scopes: requiredChoice(someOf(SCOPES, { min: 1, max: SCOPES.length })),
  dataClasses: requiredChoice(someOf(DATA_CLASSES, { min: 1, max: DATA_CLASSES.length })),
  callbackUrl: requiredText(callbackUrl),
  allowedIps: requiredText(allowedIps),
  securityContact: requiredText(outOfChatContact),
  retentionDays: requiredText(wholeNumber(RETENTION_DAYS)),
  incidentContact: requiredText(outOfChatContact),
};

export interface ApplicationFields {
  readonly systemName: string;
  readonly systemPurpose: string;
  readonly scopes: readonly Scope[];
  readonly dataClasses: readonly string[];
  readonly callbackUrl: string;
  readonly allowedIps: readonly string[];
  readonly securityContact: string;
  readonly retentionDays: number;
  readonly incidentContact: string;
}

/** Refuses `fields.*`, `services.*` of the addresses, and `services.scopes-beyond-level` beside the scopes. */
export function readApplication(values: FormValues, access: ApiAccess): Result<ApplicationFields> {
  const read = readFields(FIELDS, values);
  if (isRefused(read)) return read;
  const beyond = beyondLevel(access, read.ok.scopes);
  return beyond.length > 0
    ? beside('scopes', 'services.scopes-beyond-level', { granted: beyond })
    : ok(read.ok);
}
