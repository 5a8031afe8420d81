/** Inputs of a form, filled in with what was typed before. */
import type { Field, FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';

interface Described {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly optional?: boolean;
}

export const textInput = (
  values: FormValues,
  described: Described & { readonly kind?: 'text' | 'longText'; readonly maxLength?: number },
): Field => ({ kind: 'text', ...described, ...initial(values, described.name) });

export const dateInput = (values: FormValues, described: Described): Field => ({
  kind: 'date',
  ...described,
  ...initial(values, described.name),
});

/** The initial option: none where nothing was chosen, or what is no option any more. */
export function chosen(
  values: FormValues,
  name: string,
  options: readonly string[],
): { readonly initial?: string } {
  const value = typed(values, name);
  return options.includes(value) ? { initial: value } : {};
}

function initial(values: FormValues, name: string): { readonly initial?: string } {
  const value = typed(values, name);
  return value === '' ? {} : { initial: value };
}
