import { isRefused, type Result, refusalsOf } from '../../../src/result.ts';

/** `input: code` of every refusal, or nothing. */
export function told<T>(result: Result<T>): readonly string[] {
  return isRefused(result)
    ? refusalsOf(result).map(({ field, refused }) => `${field ?? '-'}: ${refused}`)
    : [];
}

/** The value, or a failed test that says what was refused. */
export function accepted<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(`Refused: ${told(result).join(', ')}`);
  return result.ok;
}
