import { createContext, useContext, useState } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { stringAt } from '../../../../../common/json.ts';
import type { Entered } from '../../../../../discord/state/model.ts';
import type { Answer } from '../../shared/world/api.ts';
import type { Raw } from '../world/control.ts';

/** The open form. */
export interface Form {
  readonly valueOf: (customId: string) => Entered | undefined;
  readonly enter: (customId: string, value: Raw) => void;
  readonly upload: (file: File) => Promise<Answer>;
  /** By custom_id. */
  readonly errors: Readonly<Record<string, string>>;
}

const NONE: Form = {
  valueOf: () => undefined,
  enter: () => undefined,
  upload: async () => ({}),
  errors: {},
};

export const FormContext = createContext<Form>(NONE);

export const useForm = (): Form => useContext(FormContext);

/** What every input gets. */
export interface InputProps {
  readonly input: JsonObject;
  /** Ties the input to its label. */
  readonly inputId: string;
  /** Ids of what stands around it. */
  readonly described: string;
}

export const idOf = (input: JsonObject): string => stringAt(input, 'custom_id') ?? '';

/**
 * What somebody puts into an input. It stands at once here and is told to the stand-in behind: nobody else writes into
 * an open form.
 */
export function useEntry<T extends Raw>(input: JsonObject, read: (entered: Entered | undefined) => T) {
  const form = useForm();
  const [value, setValue] = useState(() => read(form.valueOf(idOf(input))));
  const set = (next: T) => {
    setValue(next);
    form.enter(idOf(input), next);
  };
  return { value, set };
}

export const textIn = (entered: Entered | undefined): string => (typeof entered === 'string' ? entered : '');
export const listIn = (entered: Entered | undefined): readonly string[] =>
  Array.isArray(entered) ? entered : [];
