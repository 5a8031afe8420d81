import type { Field, FormValues, Option } from '../../../chat/form.ts';
import { typedAll } from '../../../chat/form-values.ts';

interface Choices {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly options: readonly Option[];
  readonly optional?: boolean;
}

/** A menu of several choices, filled in with those that were made before. */
export function choicesInput(values: FormValues, choices: Choices): Field {
  const known = choices.options.map(({ value }) => value);
  const initial = typedAll(values, choices.name).filter((value) => known.includes(value));
  return { kind: 'choices', ...choices, ...(initial.length === 0 ? {} : { initial }) };
}
