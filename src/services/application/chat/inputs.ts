import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { SCOPES } from '../../access/scopes.ts';
import { menuOfSeveral, reasonInput, words } from '../../chat/forms/inputs.ts';
import type { CaseOf } from '../../record/case.ts';
import { DATA_CLASSES } from '../fields.ts';

export const applicationInputs = ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
  words(t, values, 'systemName', { maxLength: 60 }),
  words(t, values, 'systemPurpose', { kind: 'longText', maxLength: 1_000, help: true }),
  menuOfSeveral(t, values, {
    name: 'scopes',
    options: SCOPES,
    word: (scope) => t(`services.scope.${scope}`),
  }),
  menuOfSeveral(t, values, {
    name: 'dataClasses',
    options: DATA_CLASSES,
    word: (one) => t(`services.data.${one}`),
  }),
  words(t, values, 'callbackUrl', { maxLength: 500, help: true }),
  words(t, values, 'allowedIps', { kind: 'longText', maxLength: 1_000, help: true }),
  words(t, values, 'securityContact', { maxLength: 200, help: true }),
  words(t, values, 'retentionDays', { maxLength: 10, help: true }),
  words(t, values, 'incidentContact', { maxLength: 200, help: true }),
];

/** What was returned opens as it was sent. */
export const applicationValues = (found: CaseOf<'api'>): FormValues => ({
  systemName: found.systemName,
  systemPurpose: found.purpose,
  scopes: found.scopes,
  dataClasses: found.dataClasses,
  callbackUrl: found.callbackUrl,
  allowedIps: found.allowedIps.join('\n'),
  securityContact: found.securityContact,
  retentionDays: String(found.retentionDays),
  incidentContact: found.incidentContact,
});

const reasoned = ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [reasonInput(t, values)];

/** What is typed with a step of an application. */
export const APPLICATION_INPUTS = {
  resubmit: applicationInputs,
  return: reasoned,
  refuse: reasoned,
  revoke: reasoned,
  'not-yet': reasoned,
};
