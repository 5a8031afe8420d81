import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { CATEGORIES, categoryName } from '../../../directory/categories.ts';
import { dateInput } from '../../../directory/chat/inputs.ts';
import { menu, reasonInput, words } from '../../chat/forms/inputs.ts';
import { OUT_OF_SCOPE, REGIONS, TOPICS, TRADEMARK_STATUSES } from '../fields.ts';

const LONGEST = 2_000;

/** The question; without an effective relationship also the letter of intent that opens it. */
export function questionInputs(
  { t }: Pick<Reader, 't'>,
  values: FormValues,
  { withLetter }: { readonly withLetter: boolean },
): readonly Field[] {
  return [
    menu(t, values, { name: 'topic', options: TOPICS, word: (topic) => t(`services.topic.${topic}`) }),
    words(t, values, 'brand', { maxLength: 80 }),
    menu(t, values, {
      name: 'entityRegion',
      options: REGIONS,
      word: (region) => t(`services.region.${region}`),
    }),
    menu(t, values, {
      name: 'category',
      options: Object.keys(CATEGORIES),
      word: (code) => categoryName(code, t.locale),
    }),
    menu(t, values, {
      name: 'trademarkStatus',
      options: TRADEMARK_STATUSES,
      word: (status) => t(`services.trademark.${status}`),
    }),
    dateInput(values, { name: 'targetDate', label: t('services.input.targetDate') }),
    words(t, values, 'question', { kind: 'longText', maxLength: LONGEST, help: true }),
    ...(withLetter ? letterInputs({ t }, values) : []),
  ];
}

const letterInputs = ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
  { kind: 'note', name: 'letter-note', text: t('services.letter-note') },
  words(t, values, 'letterWith', { maxLength: 120 }),
  dateInput(values, { name: 'letterSignedOn', label: t('services.input.letterSignedOn') }),
  {
    kind: 'file',
    name: 'letterFile',
    label: t('services.input.letterFile'),
    help: t('services.help.letterFile'),
    extensions: ['pdf', 'jpg', 'jpeg', 'png'],
    maxFiles: 1,
  },
];

/** What is typed with a step of a consultation. */
export const CONSULTATION_INPUTS = {
  answer: ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
    words(t, values, 'text', { kind: 'longText', maxLength: LONGEST }),
    words(t, values, 'ruleAddress', { maxLength: 300, help: true }),
    dateInput(values, {
      name: 'ruleDate',
      label: t('services.input.ruleDate'),
      help: t('services.help.ruleDate'),
    }),
  ],
  'out-of-scope': ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [
    menu(t, values, {
      name: 'scope',
      options: OUT_OF_SCOPE,
      word: (scope) => t(`services.topic.${scope}`),
    }),
  ],
  reopen: ({ t }: Pick<Reader, 't'>, values: FormValues): readonly Field[] => [reasonInput(t, values)],
};
