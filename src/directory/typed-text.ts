import { type Refusal, refuse } from '../result.ts';

export interface TextLimits {
  /** Name of the form's input. */
  readonly field: string;
  readonly longest: number;
}

/** PostgreSQL's text holds every character but NUL: https://www.postgresql.org/docs/current/datatype-character.html */
export const storable = (typed: string): string => typed.replaceAll('\0', '').trim();

/** Letters as a reader counts them, so that an emoji is one. Refuses `directory.text-missing`, `directory.text-too-long`. */
export function textRefusals(text: string, { field, longest }: TextLimits): readonly Refusal[] {
  const length = [...new Intl.Segmenter().segment(text)].length;
  if (!/[\p{L}\p{N}]/u.test(text)) return [refuse('directory.text-missing', {}, field)];
  return length > longest ? [refuse('directory.text-too-long', { length, longest }, field)] : [];
}
