/** One zod schema per input. Refusals travel through zod as custom issues, so a form from anywhere gets the same words. */
import { z } from 'zod';
import { isRefused, ok, type Refusal, type Result, refusalsOf, refuse, refuseAll } from '../../../result.ts';
import { isBlankText } from './blank.ts';
import { typedText, typedValues } from './clean.ts';

export type RawValue = string | readonly string[] | undefined;
type Parser<T> = (raw: RawValue) => Result<T>;
export type TextParser<T> = (text: string) => Result<T>;
export type FieldSchema<T> = z.ZodType<T, RawValue>;

/** Code of a mandatory input that was left blank; pages tolerate it in a draft, submission does not. */
export const BLANK = 'fields.blank';

/** Refused as `fields.blank` when nothing, or nothing that counts, was typed. */
export function requiredText<T>(parse: TextParser<T>): FieldSchema<T> {
  return fieldSchema((raw) => {
    const text = typedText(raw);
    return isBlankText(text) ? refuse(BLANK) : parse(text);
  });
}

/** Null when nothing that counts was typed. */
export function optionalText<T>(parse: TextParser<T>): FieldSchema<T | null> {
  return fieldSchema<T | null>((raw) => {
    const text = typedText(raw);
    return isBlankText(text) ? ok(null) : parse(text);
  });
}

/** For menus and files: only an empty value is blank, and `none` may be an option. */
export function requiredChoice<T>(parse: (values: readonly string[]) => Result<T>): FieldSchema<T> {
  return fieldSchema((raw) => {
    const values = typedValues(raw);
    return values.length === 0 ? refuse(BLANK) : parse(values);
  });
}

/** As {@link requiredChoice}, with a value to take when nothing was chosen. */
export function optionalChoice<T, E>(
  parse: (values: readonly string[]) => Result<T>,
  empty: E,
): FieldSchema<T | E> {
  return fieldSchema<T | E>((raw) => {
    const values = typedValues(raw);
    return values.length === 0 ? ok(empty) : parse(values);
  });
}

// Made once: making schemas is what reading a page spends its time on.
const RAW = z.union([z.string(), z.array(z.string()).readonly()]).optional();

function fieldSchema<T>(parse: Parser<T>): FieldSchema<T> {
  return RAW.transform((value, context): T => {
    const result = parse(value);
    if (!isRefused(result)) return result.ok;
    for (const refusal of refusalsOf(result)) {
      context.addIssue({ code: 'custom', params: { refused: refusal.refused, data: refusal.data } });
    }
    return z.NEVER;
  });
}

/** Reads one input; every refusal carries the input's name. */
export function readField<T>(schema: FieldSchema<T>, name: string, raw: RawValue): Result<T> {
  const read = schema.safeParse(raw);
  if (read.success) return ok(read.data);
  const [first, ...others] = read.error.issues.map((issue) => refusalOf(issue, name));
  return first === undefined ? refuse('fields.unreadable', {}, name) : refuseAll([first, ...others]);
}

function refusalOf(issue: z.core.$ZodIssue, name: string): Refusal {
  if (issue.code !== 'custom') return refuse('fields.unreadable', {}, name);
  const params: { refused?: unknown; data?: unknown } = issue.params ?? {};
  const code = typeof params.refused === 'string' ? params.refused : 'fields.unreadable';
  return refuse(code, isData(params.data) ? params.data : {}, name);
}

const isData = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;
