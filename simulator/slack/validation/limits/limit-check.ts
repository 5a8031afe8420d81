import { isObject, type Json, stringAt } from '../../../common/json.ts';
import { LIMITS_BY_KEY, LIMITS_BY_TYPE, type Limit } from './limits.ts';

/** Everything in `value`, however deep, that is too long, too short, too many or too few, in Slack's words. */
export function limitProblems(value: Json | undefined, pointer: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => limitProblems(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  const own = LIMITS_BY_TYPE[stringAt(value, 'type') ?? '']?.limits ?? [];
  return [
    ...own.flatMap((limit) => measured(value, limit, pointer)),
    ...Object.entries(value).flatMap(([key, item]) => entryProblems(key, item, `${pointer}/${key}`)),
  ];
}

function entryProblems(key: string, item: Json | undefined, pointer: string): string[] {
  const named = LIMITS_BY_KEY[key]?.limits ?? [];
  return [...named.flatMap((limit) => measured(item, limit, pointer)), ...limitProblems(item, pointer)];
}

function measured(from: Json | undefined, limit: Limit, pointer: string): string[] {
  const steps = limit.at === '' ? [] : limit.at.split('.');
  return found(from, steps, pointer).flatMap(([value, where]) => problemsOf(value, limit, where));
}

type Found = readonly [value: Json, pointer: string];

function found(value: Json | undefined, [step, ...rest]: readonly string[], pointer: string): Found[] {
  if (value === undefined || value === null) return [];
  if (step === undefined) return [[value, pointer]];
  if (step === '*') {
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) => found(item, rest, `${pointer}/${index}`));
  }
  return isObject(value) ? found(value[step], rest, `${pointer}/${step}`) : [];
}

function problemsOf(
  value: Json,
  { max = Number.POSITIVE_INFINITY, min = 0 }: Limit,
  pointer: string,
): string[] {
  const at = `[json-pointer:${pointer}]`;
  if (typeof value === 'string') {
    if (value.length > max) return [`must be less than ${max + 1} characters ${at}`];
    return value.length < min ? [`must be more than ${min - 1} characters ${at}`] : [];
  }
  if (!Array.isArray(value)) return [];
  if (value.length > max) return [`no more than ${max} items allowed ${at}`];
  return value.length < min ? [`no fewer than ${min} items allowed ${at}`] : [];
}
