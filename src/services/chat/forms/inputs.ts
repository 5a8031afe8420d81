/** Inputs that the forms of all special services are made of. */
import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { typedAll } from '../../../chat/form-values.ts';
import { chosen, textInput } from '../../../directory/chat/inputs.ts';

type Words = Reader['t'];

interface Text {
  readonly kind?: 'text' | 'longText';
  readonly maxLength?: number;
  readonly help?: true;
}

/** Labels stand under `services.input`, helps under `services.help`. */
export const words = (t: Words, values: FormValues, name: string, { help, ...text }: Text = {}): Field =>
  textInput(values, {
    name,
    label: t(`services.input.${name}`),
    ...(help ? { help: t(`services.help.${name}`) } : {}),
    ...text,
  });

export interface Menu {
  readonly name: string;
  readonly options: readonly string[];
  readonly word: (option: string) => string;
}

export const menu = (t: Words, values: FormValues, { name, options, word }: Menu): Field => ({
  kind: 'choice',
  name,
  label: t(`services.input.${name}`),
  options: options.map((value) => ({ value, label: word(value) })),
  ...chosen(values, name, options),
});

export const menuOfSeveral = (t: Words, values: FormValues, { name, options, word }: Menu): Field => {
  const initial = typedAll(values, name).filter((value) => options.includes(value));
  return {
    kind: 'choices',
    name,
    label: t(`services.input.${name}`),
    options: options.map((value) => ({ value, label: word(value) })),
    ...(initial.length === 0 ? {} : { initial }),
  };
};

const LONGEST_REASON = 1_000;

export const reasonInput = (t: Words, values: FormValues): Field =>
  words(t, values, 'reason', { kind: 'longText', maxLength: LONGEST_REASON, help: true });
