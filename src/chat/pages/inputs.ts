import type { Field, FormValues } from '../form.ts';
import { typed, typedAll } from '../form-values.ts';

/** The name of one of several inputs in which a field is asked, where a platform's input does not hold all options. */
export const inputName = (field: string, index: number): string =>
  index === 0 ? field : `${field}#${index}`;

/** The field that an input belongs to. */
const fieldOf = (input: string): string => input.replace(/#\d+$/, '');

/**
 * What was chosen in several inputs of one field, taken together. A single choice is the one that was made in any of
 * them; made in none, what stood there before stays.
 */
export function together(values: FormValues, fields: readonly Field[]): FormValues {
  const inputs = Object.keys(values);
  const divided = fields.filter(({ name }) =>
    inputs.some((input) => input !== name && fieldOf(input) === name),
  );
  const whole = Object.entries(values).filter(
    ([input]) => !divided.some(({ name }) => fieldOf(input) === name),
  );
  const joined = divided.map((field) => [field.name, joinedValue(values, field)] as const);
  return Object.fromEntries([...whole, ...joined]);
}

function joinedValue(values: FormValues, field: Field): string | readonly string[] {
  const inputs = Object.keys(values).filter((input) => fieldOf(input) === field.name);
  if (field.kind !== 'choice') return inputs.flatMap((input) => typedAll(values, input));
  return inputs.map((input) => typed(values, input)).find((value) => value !== '') ?? field.initial ?? '';
}
