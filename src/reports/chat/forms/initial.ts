import type { Field, FormValues, Option } from '../../../chat/form.ts';
import { listOf } from './form-values.ts';

/** The field as it was left: a form reopens filled in. */
export function withInitial(field: Field, typed: FormValues): Field {
  if (field.kind === 'note' || field.kind === 'file') return field;
  const value = typed[field.name];
  if (value === undefined || value === '') return field;
  if (field.kind === 'choices' || field.kind === 'ticks') {
    const chosen = listOf(typed, field.name).filter((item) => isOffered(field.options, item));
    return { ...field, initial: chosen };
  }
  if (typeof value !== 'string') return field;
  if (field.kind === 'choice' && !isOffered(field.options, value)) return field;
  return { ...field, initial: value };
}

const isOffered = (options: readonly Option[], value: string): boolean =>
  options.some((option) => option.value === value);
