import type { HandleSpec } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormPage, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { type Inline, inlines, moment } from '../../../chat/text.ts';
import { amountText } from '../../../reports/fields/draft-of.ts';
import { LONGEST_REASON, type TypedStanding } from '../../actions/standing/standing-fields.ts';
import type { KeptStanding, StandingRecord } from '../../records/standing-record.ts';
import { chosen, dateInput, textInput } from '../inputs.ts';
import { standingWords } from './standing-facts.ts';

export const STANDING_FORM = 'directory.standing';

const YES_NO = ['NO', 'YES'] as const;

export interface StandingPage {
  readonly target: HandleSpec;
  readonly kept: KeptStanding;
  readonly values: FormValues;
  /** What was typed is something else: somebody changed the record meanwhile, or a draft was left. */
  readonly differs: boolean;
}

export function standingPage(reader: Reader, { target, kept, values, differs }: StandingPage): FormPage {
  const { t } = reader;
  return {
    form: STANDING_FORM,
    page: 'standing',
    target,
    title: t('directory.keep-standing.title'),
    intro: t('directory.keep-standing.intro', { name: kept.name }),
    fields: [
      ...(differs ? [onRecordNote(reader, kept)] : []),
      dateInput(values, { name: 'recognisedUntil', label: t('directory.register.recognised') }),
      ...barringInputs(reader, values),
      textInput(values, {
        name: 'deposit',
        label: t('directory.register.deposit', { currency: kept.standing.depositCurrency }),
      }),
      ...dateInputs(reader, values),
    ],
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.cancel'),
  };
}

/** What stands in the form before anything was typed. */
export const standingValues = (standing: StandingRecord): FormValues => ({
  recognisedUntil: standing.recognisedUntil,
  barred: standing.barred ? 'YES' : 'NO',
  deposit: amountText(standing.depositAvailableMinor, standing.depositCurrency),
  licenceUntil: standing.licenceUntil ?? '',
  authorisationUntil: standing.authorisationUntil ?? '',
  watchedUntil: standing.watchedUntil ?? '',
});

export const typedStanding = (values: FormValues): TypedStanding => ({
  recognisedUntil: typed(values, 'recognisedUntil'),
  barred: typed(values, 'barred') === 'YES',
  reason: typed(values, 'reason'),
  deposit: typed(values, 'deposit'),
  licenceUntil: typed(values, 'licenceUntil'),
  authorisationUntil: typed(values, 'authorisationUntil'),
  watchedUntil: typed(values, 'watchedUntil'),
});

function onRecordNote(reader: Reader, { standing, changed }: KeptStanding): Field {
  const { t } = reader;
  const stands = inlines(t.text('directory.keep-standing.on-record', standingWords(reader, standing)));
  return { kind: 'note', name: 'on-record', text: [...changedBy(reader, changed), ...stands] };
}

function changedBy({ t }: Reader, changed: KeptStanding['changed']): readonly Inline[] {
  if (!changed) return [];
  const { by, at } = changed;
  return [...inlines(t.text('directory.keep-standing.on-record-by', { by, at: moment(at) })), ' '];
}

function barringInputs({ t }: Reader, values: FormValues): readonly Field[] {
  return [
    {
      kind: 'choice',
      name: 'barred',
      label: t('directory.keep-standing.barred'),
      help: t('directory.keep-standing.barred-help'),
      options: YES_NO.map((value) => ({ value, label: t(`fields.option.yesNo.${value}`) })),
      ...chosen(values, 'barred', YES_NO),
    },
    textInput(values, {
      kind: 'longText',
      name: 'reason',
      label: t('directory.keep-standing.reason'),
      help: t('directory.keep-standing.reason-help'),
      maxLength: LONGEST_REASON,
      optional: true,
    }),
  ];
}

function dateInputs({ t }: Reader, values: FormValues): readonly Field[] {
  const input = (name: string, label: string, help: string) =>
    dateInput(values, { name, label: t(label), help: t(`directory.keep-standing.${help}`), optional: true });
  return [
    input('licenceUntil', 'directory.register.licence', 'qualification-help'),
    input('authorisationUntil', 'directory.keep-standing.authorisation', 'qualification-help'),
    input('watchedUntil', 'directory.keep-standing.watched', 'watched-help'),
  ];
}
