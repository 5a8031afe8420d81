import type { Reader } from '../../../chat/conversation.ts';
import type { Field, FormValues, Option } from '../../../chat/form.ts';
import type { Text } from '../../../chat/text.ts';
import type { ReportEvent } from '../../lifecycle/events.ts';
import type { HumanEvent } from '../../lifecycle/table/transitions.ts';
import type { Case } from '../../record/case.ts';
import { textOf } from './form-values.ts';

/** Who opens a form, and when. */
export interface Opener extends Reader {
  readonly now: Date;
  readonly principalId: string;
}

/** The form through which a person says what an event needs: its inputs, and how they are read back. */
export interface EventForm<Type extends HumanEvent = HumanEvent> {
  readonly intro?: (opener: Opener, parties: Case) => Text;
  readonly fields: (opener: Opener, parties: Case) => readonly Field[];
  /** `shown` is the hash of the revision that the form was opened with. */
  readonly read: (values: FormValues, shown: string, parties: Case) => ReportEvent & { readonly type: Type };
}

export type EventForms = { readonly [E in HumanEvent]?: EventForm<E> };

/** A menu of codes whose words are `<key>.<code>`. */
export const menu = (
  { t }: Reader,
  name: string,
  { key, codes }: { readonly key: string; readonly codes: readonly string[] },
): Field => ({
  kind: 'choice',
  name,
  label: t(`cases.input.${name}`),
  options: codes.map((value): Option => ({ value, label: t(`${key}.${value}`) })),
});

export const longText = (
  { t }: Reader,
  name: string,
  extras: { optional?: boolean; help?: string } = {},
): Field => ({
  kind: 'longText',
  name,
  label: t(`cases.input.${name}`),
  maxLength: 2000,
  ...extras,
});

export const dateInput = ({ t }: Reader, name: string, help: string, initial: string): Field => ({
  kind: 'date',
  name,
  label: t(`cases.input.${name}`),
  help,
  initial,
});

/** The chosen code as one of the list; the first stands for an empty choice, which the platform does not let through. */
export function chosen<const T extends string>(
  values: FormValues,
  name: string,
  codes: readonly [T, ...T[]],
): T {
  const value = textOf(values, name);
  return codes.find((code) => code === value) ?? codes[0];
}
