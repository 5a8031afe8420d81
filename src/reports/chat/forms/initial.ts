import type { Field, FormValues, Option } from '../../../chat/form.ts';
import { listOf, textOf } from './form-values.ts';

/** The field as it was left: a form reopens filled in. */
export function withInitial(field: Field, typed: FormValues): Field {
  switch (field.kind) {
    case 'note':
    case 'file':
      return field;
    case 'choices':
    case 'ticks':
      return {
        ...field,
        initial: listOf(typed, field.name).filter((item) => isOffered(field.options, item)),
      };
    case 'choice': {
      const value = textOf(typed, field.name);
      return isOffered(field.options, value) ? { ...field, initial: value } : field;
    }
    default: {
      const value = textOf(typed, field.name);
      return value === '' ? field : { ...field, initial: value };
    }
  }
}

const isOffered = (options: readonly Option[], value: string): boolean =>
  options.some((option) => option.value === value);
