import type { FileRef, FormValues } from '../../../chat/form.ts';
import type { FieldValues } from '../../fields/field-values.ts';

type Value = FormValues[string];

const isText = (value: Value): value is string | readonly string[] =>
  typeof value === 'string' || value.every((item) => typeof item === 'string');

/** What was typed or chosen, without the files. */
export function typedValues(values: FormValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (isText(value) ? [[name, value]] : [])),
  );
}

/** The files of one input. */
export function fileRefs(value: Value | undefined): readonly FileRef[] {
  if (value === undefined || typeof value === 'string') return [];
  return value.filter((item) => typeof item !== 'string');
}

export const textOf = (values: FormValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

export const listOf = (values: FormValues, name: string): readonly string[] => {
  const value = values[name];
  if (value === undefined || typeof value === 'string') return value ? [value] : [];
  return value.filter((item) => typeof item === 'string');
};
