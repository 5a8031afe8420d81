import type { InputBlock, InputBlockElement } from '@slack/types';
import type { Field } from '../../../../src/chat/form.ts';
import { LIMITS } from '../../limits.ts';
import { plainText } from '../text/plain-text.ts';
import { VALUE_ACTION } from './block-ids.ts';

/** The field type that a kind belongs to. */
export type FieldOf<Kind extends Field['kind'], One = Field> = One extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? One
    : never
  : never;

export type InputField = Exclude<Field, { readonly kind: 'note' }>;

export function inputBlock(
  { label, help, optional = false }: Pick<InputField, 'label' | 'help' | 'optional'>,
  blockId: string,
  element: InputBlockElement,
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label, LIMITS.input.labelChars),
    element: { ...element, action_id: VALUE_ACTION },
    ...(help ? { hint: plainText(help, LIMITS.input.hintChars) } : {}),
    ...(optional ? { optional: true } : {}),
  };
}
