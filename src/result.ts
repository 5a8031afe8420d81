/**
 * Expected refusals are values. `refused` is the message key in every language (`domain.name`), `data` fills the
 * message's placeholders, and `field` names the input that it belongs beside.
 */
export interface Refusal {
  readonly refused: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly field?: string;
  /** Several things wrong at once: each is shown next to its own field. */
  readonly also?: readonly Refusal[];
}

export interface Success<T> {
  readonly ok: T;
}

export type Result<T> = Success<T> | Refusal;

export const ok = <T>(value: T): Success<T> => ({ ok: value });

export function refuse(
  refused: string,
  data: Readonly<Record<string, unknown>> = {},
  field?: string,
): Refusal {
  return field === undefined ? { refused, data } : { refused, data, field };
}

/** One refusal that carries them all; the first stands for the others where only one line fits. */
export function refuseAll(refusals: readonly [Refusal, ...Refusal[]]): Refusal {
  const [first, ...others] = refusals;
  return others.length === 0 ? first : { ...first, also: others };
}

export function isRefused<T>(result: Result<T>): result is Refusal {
  return 'refused' in result;
}

/** Every refusal in the bundle, flat. */
export function refusalsOf(refusal: Refusal): readonly Refusal[] {
  return [refusal, ...(refusal.also ?? [])];
}
