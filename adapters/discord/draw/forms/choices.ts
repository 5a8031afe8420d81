import { type APIComponentInLabel, ComponentType } from 'discord-api-types/v10';
import type { Locale } from '../../../../src/chat/conversation.ts';
import type { Option } from '../../../../src/chat/form.ts';
import { inputName } from '../../../../src/chat/pages/inputs.ts';
import { chunks } from '../../../shared/chunks.ts';
import { shorten } from '../../../shared/text/fit.ts';
import { LIMITS } from '../../limits.ts';
import { wordsOf } from '../../words.ts';
import { fitted } from '../text/markdown.ts';
import { plainText } from '../text/plain.ts';
import type { FieldOf } from './field.ts';
import { oneOfId } from './input-id.ts';
import type { Input } from './inputs.ts';

type ChoiceField = FieldOf<'choice'> | FieldOf<'choices'>;

/** A choice as one input, or as several where there are more options than an input holds. */
export function choiceInputs(field: ChoiceField, locale: Locale): readonly Input[] {
  const groups = chunks(
    field.options,
    field.kind === 'ticks' ? LIMITS.checkboxGroup.options : LIMITS.select.options,
  );
  return groups.map((options, index) => {
    const first = groups.slice(0, index).reduce((sum, group) => sum + group.length, 0);
    const several =
      groups.length === 1
        ? {}
        : { range: ` ${first + 1}–${first + options.length}`, holds: wordsIn(options, locale) };
    const group: Group = {
      name: inputName(field.name, index),
      options,
      // Of several inputs none can be required alone: the core judges the whole.
      required: groups.length === 1 && field.optional !== true,
      locale,
    };
    return { component: drawn(field, group), ...several, ...writtenOut(options) };
  });
}

const WORD = Math.floor(LIMITS.label.descriptionChars * 0.4);

/** Numbers alone say nothing of what a menu has: the words of its first and last option do. */
function wordsIn(options: readonly Option[], locale: Locale): string {
  const word = (option: Option | undefined) => plainText(option?.label ?? '', WORD);
  return wordsOf(locale).fromTo(word(options[0]), word(options.at(-1)));
}

interface Group {
  readonly name: string;
  readonly options: readonly Option[];
  readonly required: boolean;
  readonly locale: Locale;
}

// A few options are read at a glance as radio buttons, which also show their help.
const RADIO_OPTIONS = 5;

const isSeveral = (field: ChoiceField): field is FieldOf<'choices'> => field.kind !== 'choice';

function drawn(field: ChoiceField, group: Group): APIComponentInLabel {
  if (field.kind === 'ticks') return ticks(field.initial, group);
  if (isSeveral(field)) return menu(field.initial ?? [], group, 'all');
  const { options } = group;
  // In one of several menus the earlier choice would stand against a new one in another: the core keeps it meanwhile.
  const isWhole = field.options.length === options.length;
  const chosen = isWhole && field.initial !== undefined ? [field.initial] : [];
  const isShort = isWhole && options.length <= RADIO_OPTIONS && options.length >= LIMITS.radioGroup.fewest;
  return isShort ? radio(chosen, group) : menu(chosen, group, 'one');
}

function ticks(
  initial: readonly string[] | undefined,
  { name, options, required }: Group,
): APIComponentInLabel {
  return {
    type: ComponentType.CheckboxGroup,
    custom_id: name,
    options: options.map((option) => drawOption(option, initial ?? [])),
    required,
    min_values: required ? 1 : 0,
    max_values: options.length,
  };
}

function radio(chosen: readonly string[], { name, options, required }: Group): APIComponentInLabel {
  return {
    type: ComponentType.RadioGroup,
    custom_id: name,
    options: options.map((option) => drawOption(option, chosen)),
    required,
  };
}

function menu(
  chosen: readonly string[],
  { name, options, required, locale }: Group,
  most: 'one' | 'all',
): APIComponentInLabel {
  const { chooseOne, chooseSome } = wordsOf(locale);
  return {
    type: ComponentType.StringSelect,
    custom_id: most === 'one' ? oneOfId(name) : name,
    options: options.map((option) => drawOption(option, chosen)),
    placeholder: most === 'one' ? chooseOne : chooseSome,
    required,
    min_values: required ? 1 : 0,
    max_values: most === 'one' ? 1 : options.length,
  };
}

function drawOption({ value, label, help }: Option, chosen: readonly string[]) {
  const { labelChars, descriptionChars } = LIMITS.select;
  return {
    value,
    label: plainText(label, labelChars),
    ...(help ? { description: plainText(help, descriptionChars) } : {}),
    ...(chosen.includes(value) ? { default: true } : {}),
  };
}

const WRITTEN = 300;

/** What an option's short line could not hold, written out above the inputs: nobody ticks what they could not read. */
function writtenOut(options: readonly Option[]): { readonly note?: string } {
  const lines = options
    .filter(isLong)
    .map(
      ({ label, help }) =>
        `- ${fitted(help ? `${label}: ${help}` : label, WRITTEN).replace(/\s*\n\s*/g, ' ')}`,
    );
  return lines.length === 0 ? {} : { note: lines.join('\n') };
}

const isLong = ({ label, help = '' }: Option): boolean =>
  shorten(label, LIMITS.select.labelChars) !== label ||
  shorten(help, LIMITS.select.descriptionChars) !== help;
