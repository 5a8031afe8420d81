import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Locale } from '../../../../src/chat/conversation.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { bold, fitted } from '../text/markdown.ts';
import { plainText } from '../text/plain.ts';
import { choiceInputs } from './choices.ts';
import type { FieldOf, InputField } from './field.ts';

/** An input with its label, and what of its words found no room there: that stands above the inputs. */
export interface DrawnInput {
  readonly field: string;
  readonly label: APILabelComponent;
  readonly note?: string;
}

/** A field as its inputs: one, except for choices among more options than an input holds. */
export function fieldInputs(field: InputField, locale: Locale): readonly DrawnInput[] {
  if ('options' in field) return choiceInputs(field, locale).map((input) => labelled(field, input));
  return [labelled(field, { component: elementOf(field, locale) })];
}

export interface Input {
  readonly component: APIComponentInLabel;
  /** Which of the options, where they did not fit one input. */
  readonly range?: string;
  /** The same in words. */
  readonly holds?: string;
  readonly note?: string;
}

function labelled(field: InputField, { component, range = '', holds = '', note }: Input): DrawnInput {
  const { labelChars, descriptionChars } = LIMITS.label;
  const { label, help = '' } = field;
  const described = [holds, help].filter((text) => text !== '').join(' · ');
  const fits = described.length <= descriptionChars;
  const description = fits ? described : holds || help;
  const cut = label.length + range.length > labelChars || !fits;
  const notes = [...(cut ? [whole(label, help)] : []), ...(note === undefined ? [] : [note])];
  return {
    field: field.name,
    label: {
      type: ComponentType.Label,
      label: `${plainText(label, labelChars - range.length)}${range}`,
      ...(description === '' ? {} : { description: plainText(description, descriptionChars) }),
      component,
    },
    ...(notes.length === 0 ? {} : { note: notes.join('\n') }),
  };
}

const NOTE = 600;

const whole = (label: string, help: string): string =>
  `${bold(label, NOTE)}${help === '' ? '' : `\n${fitted(help, NOTE)}`}`;

type PlainField = Exclude<InputField, { readonly options: unknown }>;

function elementOf(field: PlainField, locale: Locale): APIComponentInLabel {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return textInput(field, { long: field.kind === 'longText', ...only('hint', field.placeholder) });
    case 'number':
      return textInput(field, only('hint', field.placeholder));
    case 'date':
      return textInput(field, { hint: wordsOf(locale).date });
    case 'file':
      return {
        type: ComponentType.FileUpload,
        custom_id: field.name,
        required: field.optional !== true,
        min_values: field.optional ? 0 : 1,
        max_values: Math.min(field.maxFiles, LIMITS.fileUpload.files),
      };
  }
}

type TextField = FieldOf<'text'> | FieldOf<'number'> | FieldOf<'date'>;

interface TextLook {
  readonly long?: boolean;
  readonly hint?: string;
}

function textInput(field: TextField, { long = false, hint }: TextLook): APITextInputComponent {
  const { valueChars, placeholderChars } = LIMITS.textInput;
  const max = Math.min(('maxLength' in field && field.maxLength) || valueChars, valueChars);
  const { initial = '' } = field;
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.optional !== true,
    max_length: max,
    ...(initial === '' ? {} : { value: shorten(initial, max) }),
    ...(hint === undefined ? {} : { placeholder: plainText(hint, placeholderChars) }),
  };
}

const only = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
