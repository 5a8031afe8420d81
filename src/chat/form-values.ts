import type { FormValues } from './form.ts';

/** One line as it was typed, or chosen; empty when the field was left out. */
export function typed(values: FormValues, name: string): string {
  const value = values[name];
  if (typeof value === 'string') return value.trim();
  const first = value?.[0];
  return typeof first === 'string' ? first.trim() : '';
}

/** Everything that was chosen of several options. */
export function typedAll(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined || typeof value === 'string') return value ? [value] : [];
  return value.filter((item) => typeof item === 'string');
}
