import type { Field } from '../../../../src/chat/form.ts';

/** The field type that a kind belongs to. */
export type FieldOf<Kind extends Field['kind'], One = Field> = One extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? One
    : never
  : never;

export type InputField = Exclude<Field, { readonly kind: 'note' }>;
