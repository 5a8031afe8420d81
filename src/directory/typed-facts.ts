import { writtenDate } from '../reports/fields/typed/date.ts';
import {
  optionalText,
  type RawValue,
  readField,
  requiredText,
} from '../reports/fields/typed/field-schema.ts';
import { amountIn } from '../reports/fields/typed/money.ts';
import type { IsoDate } from '../reports/report.ts';
import { isRefused, ok, type Result, refusalsOf, refuseAll } from '../result.ts';

/** Refuses `fields.blank` and what `writtenDate` refuses, beside the field. */
export const neededDate = (field: string, typed: RawValue): Result<IsoDate> =>
  readField(requiredText(writtenDate), field, typed);

/** Null where nothing was typed. */
export const dateOrNone = (field: string, typed: RawValue): Result<IsoDate | null> =>
  readField(optionalText(writtenDate), field, typed);

/** Minor units; null where nothing was typed. Refuses what `amountIn` refuses, beside the field. */
export const amountOrNone = (field: string, typed: RawValue, currency: string): Result<number | null> =>
  readField(optionalText(amountIn(currency)), field, typed);

/** The same, where nothing must be typed as zero. Refuses `fields.blank`. */
export const amountNeeded = (field: string, typed: RawValue, currency: string): Result<number> =>
  readField(requiredText(amountIn(currency)), field, typed);

/** Every value, or everything that is wrong with any of them. */
export function allOf<T extends object>(results: { readonly [K in keyof T]: Result<T[K]> }): Result<T> {
  const entries: readonly (readonly [string, Result<unknown>])[] = Object.entries(results);
  const [first, ...others] = entries.flatMap(([, result]) => (isRefused(result) ? refusalsOf(result) : []));
  if (first) return refuseAll([first, ...others]);
  const values = entries.map(([name, result]) => [name, isRefused(result) ? undefined : result.ok]);
  return ok(Object.fromEntries(values) as T);
}
