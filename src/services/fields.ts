/** Reads what was typed into the forms of the special services. Pure. */
import type { FormValues } from '../chat/form.ts';
import { typedAll } from '../chat/form-values.ts';
import { type FieldSchema, readField, requiredText } from '../reports/fields/typed/field-schema.ts';
import { lineWithin, textWithin } from '../reports/fields/typed/text.ts';
import { isRefused, ok, type Refusal, type Result, refusalsOf, refuse, refuseAll } from '../result.ts';

type Schemas = Readonly<Record<string, FieldSchema<unknown>>>;
type Read<S extends Schemas> = {
  readonly [K in keyof S]: S[K] extends FieldSchema<infer T> ? T : never;
};

/** Every input, or every refusal beside its own. */
export function readFields<S extends Schemas>(schemas: S, values: FormValues): Result<Read<S>> {
  const read: Record<string, unknown> = {};
  const refusals: Refusal[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    const one = readField(schema, name, typedAll(values, name));
    if (isRefused(one)) refusals.push(...refusalsOf(one));
    else read[name] = one.ok;
  }
  const [first, ...others] = refusals;
  return first ? refuseAll([first, ...others]) : ok(read as Read<S>);
}

/** A reason that somebody can act upon. */
const REASON = { min: 20, max: 1_000 };

export const reason = requiredText(textWithin(REASON));
export const line = (max: number) => requiredText(lineWithin({ min: 2, max }));

/** Beside the input that it is about. */
export const beside = (field: string, code: string, data: Refusal['data'] = {}): Refusal =>
  refuse(code, data, field);
