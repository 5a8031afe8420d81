import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { typedAll } from '../../../chat/form-values.ts';
import {
  DEPOSIT_CURRENCY,
  LONGEST_GROUP,
  LONGEST_NAME,
  REGISTERED_KINDS,
} from '../../actions/organisation-fields.ts';
import { CATEGORIES, categoryName } from '../../categories.ts';
import { chosen, dateInput, textInput } from '../inputs.ts';

/** Where stores and providers usually are; any other place is typed. */
const COMMON_ZONES = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Singapore',
  'Asia/Bangkok',
  'Asia/Dubai',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Sao_Paulo',
] as const;

/** The page that a store and a provider have in common. */
export function organisationInputs(reader: Reader, values: FormValues): readonly Field[] {
  const { t } = reader;
  return [
    kindInput(reader, values),
    lineInput(reader, values, { name: 'name', key: 'name', maxLength: LONGEST_NAME }),
    lineInput(reader, values, { name: 'legalEntity', key: 'legal-entity', maxLength: LONGEST_NAME }),
    lineInput(reader, values, { name: 'country', key: 'country', maxLength: 2 }),
    {
      kind: 'choice',
      name: 'timeZone',
      label: t('directory.register.zone'),
      options: COMMON_ZONES.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      ...chosen(values, 'timeZone', COMMON_ZONES),
    },
    lineInput(reader, values, { name: 'otherZone', key: 'other-zone', maxLength: 60, optional: true }),
    categoriesInput(reader, values),
    lineInput(reader, values, {
      name: 'controlGroup',
      key: 'group',
      maxLength: LONGEST_GROUP,
      optional: true,
    }),
  ];
}

interface Line {
  readonly name: string;
  /** Of its label; its help is called the same and `-help`. */
  readonly key: string;
  readonly maxLength: number;
  readonly optional?: boolean;
}

function lineInput({ t }: Reader, values: FormValues, { key, ...line }: Line): Field {
  const texts = { label: t(`directory.register.${key}`), help: t(`directory.register.${key}-help`) };
  return textInput(values, { ...line, ...texts });
}

/** The page that only a provider has. */
export function providerInputs({ t }: Reader, values: FormValues): readonly Field[] {
  return [
    dateInput(values, { name: 'recognisedUntil', label: t('directory.register.recognised') }),
    textInput(values, {
      name: 'deposit',
      label: t('directory.register.deposit', { currency: DEPOSIT_CURRENCY }),
      help: t('directory.register.deposit-help'),
      optional: true,
    }),
    dateInput(values, {
      name: 'licenceUntil',
      label: t('directory.register.licence'),
      help: t('directory.register.licence-help'),
      optional: true,
    }),
  ];
}

function kindInput({ t }: Reader, values: FormValues): Field {
  const options = REGISTERED_KINDS.map((value) => ({ value, label: t(`common.organisation.${value}`) }));
  const label = t('directory.register.kind');
  return { kind: 'choice', name: 'kind', label, options, ...chosen(values, 'kind', REGISTERED_KINDS) };
}

function categoriesInput({ t, locale }: Reader, values: FormValues): Field {
  const codes = Object.keys(CATEGORIES);
  const initial = typedAll(values, 'categories').filter((code) => codes.includes(code));
  return {
    kind: 'choices',
    name: 'categories',
    label: t('directory.register.categories'),
    options: codes.map((value) => ({ value, label: categoryName(value, locale) })),
    ...(initial.length === 0 ? {} : { initial }),
  };
}
