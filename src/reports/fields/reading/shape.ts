/** What a page's inputs hold once read, and how to read them one by one. */

import { isRefused, type Refusal, refusalsOf } from '../../../result.ts';
import type { FieldValues } from '../field-values.ts';
import { BLANK, type FieldSchema, readField } from '../typed/field-schema.ts';

/** One schema per input, by the input's name. */
export type Shape = Readonly<Record<string, FieldSchema<unknown>>>;
export type ShapeValues<S extends Shape> = {
  readonly [K in keyof S]?: S[K] extends FieldSchema<infer T> ? T : never;
};

export interface Read<V> {
  /** Only what was read without a refusal. */
  readonly values: V;
  readonly refusals: readonly Refusal[];
  /** Inputs that must hold something and do not. */
  readonly blanks: readonly string[];
}

/** Every input is read, whatever the others hold, so that one look shows everything that is wrong. */
export function readShape<S extends Shape>(shape: S, raw: FieldValues): Read<ShapeValues<S>> {
  const results = Object.entries(shape).map(
    ([name, schema]) => [name, readField(schema, name, raw[name])] as const,
  );
  const values: ShapeValues<S> = Object.assign(
    {},
    ...results.map(([name, result]) => (isRefused(result) ? {} : { [name]: result.ok })),
  );
  const refused = results.flatMap(([, result]) => (isRefused(result) ? refusalsOf(result) : []));
  return {
    values,
    refusals: refused.filter((refusal) => refusal.refused !== BLANK),
    blanks: refused.filter((refusal) => refusal.refused === BLANK).flatMap((refusal) => refusal.field ?? []),
  };
}
