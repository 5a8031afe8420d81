import { ok, type Result, refuse } from '../../../result.ts';
import { halfWidth, quoted } from './clean.ts';

export const YES_NO = ['YES', 'NO'] as const;

/** One of the options, whatever its case and width. Refuses `fields.not-an-option`, `fields.one-option-only`. */
export function oneOf<const T extends string>(
  options: readonly T[],
): (values: readonly string[]) => Result<T> {
  return (values) => {
    if (values.length > 1) return refuse('fields.one-option-only', { count: values.length });
    const typed = values[0] ?? '';
    const chosen = options.find((option) => option.toUpperCase() === halfWidth(typed).toUpperCase());
    return chosen === undefined ? refuse('fields.not-an-option', { typed: quoted(typed) }) : ok(chosen);
  };
}

export const yesOrNo = (values: readonly string[]): Result<boolean> => {
  const answer = oneOf(YES_NO)(values);
  return 'ok' in answer ? ok(answer.ok === 'YES') : answer;
};

export interface ChoiceLimits {
  readonly min: number;
  readonly max: number;
}

/** Several of the options, in the options' own order. Refuses `fields.not-an-option`, `fields.too-few`, `fields.too-many`. */
export function someOf<const T extends string>(options: readonly T[], { min, max }: ChoiceLimits) {
  return (values: readonly string[]): Result<readonly T[]> => {
    const typed = values
      .flatMap((value) => value.split(/[\n,，、;；]+/))
      .map((value) => halfWidth(value).toUpperCase());
    const chosen = options.filter((option) => typed.includes(halfWidth(option).toUpperCase()));
    const unknown = typed.find(
      (value) => !options.some((option) => halfWidth(option).toUpperCase() === value),
    );
    if (unknown !== undefined && unknown !== '')
      return refuse('fields.not-an-option', { typed: quoted(unknown) });
    if (chosen.length < min) return refuse('fields.too-few', { min, count: chosen.length });
    return chosen.length > max ? refuse('fields.too-many', { max, count: chosen.length }) : ok(chosen);
  };
}
