import type { Reader } from '../../../chat/conversation.ts';
import type { Field, Option } from '../../../chat/form.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import type { OptionSource, PageField } from '../../fields/page.ts';
import { EVIDENCE_EXTENSIONS } from '../../fields/typed/evidence.ts';

/** Lists of options that only the case knows; the currencies are the form's own. */
export type OptionLists = Readonly<Record<OptionSource, readonly Option[]>>;

export interface PageContents {
  /** As typed before. */
  readonly values: FieldValues;
  readonly options: OptionLists;
}

/** One input of a report's form, filled in with what was typed before. */
export function drawField(reader: Reader, field: PageField, contents: PageContents): Field {
  const { t } = reader;
  const base = {
    name: field.name,
    label: t(field.label, field.messageData),
    help: t(field.help, field.messageData),
    ...(field.mandatory === 'always' ? {} : { optional: true }),
  };
  const typed = contents.values[field.name] ?? field.initial;
  switch (field.kind) {
    case 'choice':
      return { ...base, kind: 'choice', options: optionsOf(reader, field, contents), ...initialText(typed) };
    case 'choices':
    case 'people':
      return { ...base, kind: 'choices', options: optionsOf(reader, field, contents), ...initialList(typed) };
    case 'file':
      return {
        ...base,
        kind: 'file',
        extensions: EVIDENCE_EXTENSIONS,
        maxFiles: 5,
        optional: true,
      };
    case 'date':
      return { ...base, kind: 'date', ...initialText(typed) };
    case 'number':
    case 'money':
    case 'text':
      return { ...base, kind: 'text', ...maxLength(field), ...initialText(typed) };
    case 'longText':
      return { ...base, kind: 'longText', ...maxLength(field), ...initialText(typed) };
  }
}

type Typed = FieldValues[string] | undefined;

const initialText = (typed: Typed) => (typeof typed === 'string' && typed !== '' ? { initial: typed } : {});

function initialList(typed: Typed) {
  if (typed === undefined || typed === '') return {};
  return { initial: typeof typed === 'string' ? [typed] : typed };
}

const maxLength = ({ maxLength: max }: PageField) => (max === undefined ? {} : { maxLength: max });

function optionsOf({ t }: Reader, field: PageField, { options }: PageContents): readonly Option[] {
  if (field.optionsFrom) return options[field.optionsFrom];
  return (field.options ?? []).map(({ value, label, labelData }) => ({ value, label: t(label, labelData) }));
}
