import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { FormPage } from '../../../../src/chat/form.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { type PageRef, packId } from '../../custom-id.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { plainText } from '../text/plain.ts';
import type { Part } from './parts.ts';

export const refOf = ({ form, page, target }: FormPage<string>): PageRef => ({ form, page, handle: target });

/** One part of a page, as the modal in which it is filled in. Its id says which, so that any process can take it. */
export function drawModal(
  page: FormPage<string>,
  {
    parts,
    index,
    locale,
  }: { readonly parts: readonly Part[]; readonly index: number; readonly locale: Locale },
): APIModalInteractionResponseCallbackData {
  const part = parts[index] ?? parts[0];
  const inputs = part?.inputs ?? [];
  // A modal without any component is none.
  const text = part?.text || (inputs.length === 0 ? '–' : '');
  return {
    custom_id: packId({ kind: 'part', ...refOf(page), part: index, last: index === parts.length - 1 }),
    title: titleOf(page, parts.length > 1 ? wordsOf(locale).part(index + 1, parts.length) : ''),
    components: [
      ...(text === '' ? [] : [{ type: ComponentType.TextDisplay as const, content: text }]),
      ...inputs,
    ],
  };
}

function titleOf({ title, step }: FormPage<string>, suffix: string): string {
  const end = `${step ? ` ${step.index}/${step.count}` : ''}${suffix}`;
  return `${shorten(plainText(title, LIMITS.modal.titleChars), LIMITS.modal.titleChars - end.length)}${end}`;
}
