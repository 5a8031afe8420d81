import type { InputBlockElement, KnownBlock } from '@slack/types';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { Field } from '../../../../src/chat/form.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { plainText } from '../text/plain-text.ts';
import { richBlocks } from '../text/rich-blocks.ts';
import { richElements } from '../text/rich-text.ts';
import { blockIdOf } from './block-ids.ts';
import { choiceBlocks } from './choices.ts';
import { type FieldOf, type InputField, inputBlock } from './input-block.ts';

export function fieldBlocks(field: Field, page: string, locale: Locale): readonly KnownBlock[] {
  if (field.kind === 'note') return richBlocks([{ flow: richElements(field.text, locale) }]);
  if ('options' in field) return choiceBlocks(field, page);
  return [inputBlock(field, blockIdOf(page, field.name), elementOf(field))];
}

type PlainField = Exclude<InputField, { readonly options: unknown }>;

function elementOf(field: PlainField): InputBlockElement {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return textElement(field);
    case 'number':
      return numberElement(field);
    case 'date':
      return dateElement(field);
    case 'file':
      return {
        type: 'file_input',
        filetypes: field.extensions.map((extension) => extension.replace(/^\./, '')),
        max_files: Math.min(field.maxFiles, LIMITS.fileInput.files),
      };
  }
}

function textElement(field: FieldOf<'text'>): InputBlockElement {
  const max = Math.min(field.maxLength ?? LIMITS.textInput.valueChars, LIMITS.textInput.valueChars);
  return {
    type: 'plain_text_input',
    multiline: field.kind === 'longText',
    max_length: max,
    ...(field.initial ? { initial_value: shorten(field.initial, max) } : {}),
    ...placeholder(field.placeholder),
  };
}

// Slack refuses a whole page for one initial value that its input would not accept. Somebody may have typed it
// elsewhere, so it is kept: in an input that takes anything.
function numberElement({
  initial,
  decimal = false,
  placeholder: hint,
}: FieldOf<'number'>): InputBlockElement {
  if (initial && !(decimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(initial)) return keptAsTyped(initial);
  return {
    type: 'number_input',
    is_decimal_allowed: decimal,
    ...(initial ? { initial_value: initial } : {}),
    ...placeholder(hint),
  };
}

function dateElement({ initial }: FieldOf<'date'>): InputBlockElement {
  if (!initial) return { type: 'datepicker' };
  return isDay(initial) ? { type: 'datepicker', initial_date: initial } : keptAsTyped(initial);
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Intl.DateTimeFormat('sv', { timeZone: 'UTC' }).format(at) === text;
}

function keptAsTyped(initial: string): InputBlockElement {
  return { type: 'plain_text_input', initial_value: shorten(initial, LIMITS.textInput.valueChars) };
}

function placeholder(text: string | undefined) {
  return text ? { placeholder: plainText(text, LIMITS.textInput.placeholderChars) } : {};
}
