import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types';
import { chunks } from '../../../shared/chunks.ts';
import { LIMITS } from '../../limits.ts';
import { richBlocks } from '../text/rich-blocks.ts';
import { bold, words } from '../text/rich-text.ts';
import { blockIdOf } from './block-ids.ts';
import { type FieldOf, inputBlock } from './input-block.ts';
import { drawOption, menuOptions, writtenOut } from './options.ts';

type ChoiceField = FieldOf<'choice'> | FieldOf<'choices'>;

export function choiceBlocks(field: ChoiceField, page: string): readonly KnownBlock[] {
  // Slack has no menu without options.
  if (field.options.length === 0) return richBlocks([{ flow: [bold(field.label), words(': –')] }]);
  if (field.kind === 'ticks') return [...writtenOut(field.options), ...tickBlocks(field, page)];
  const element = field.kind === 'choice' ? choiceElement(field) : menuElement(field);
  return [...writtenOut(field.options), inputBlock(field, blockIdOf(page, field.name), element)];
}

// A few options are read at a glance as radio buttons, which also show their help.
const RADIO_OPTIONS = 5;

function choiceElement({ options, initial }: FieldOf<'choice'>): InputBlockElement {
  const chosen = options.find(({ value }) => value === initial);
  const start = chosen ? { initial_option: drawOption(chosen) } : {};
  return options.length <= RADIO_OPTIONS
    ? { type: 'radio_buttons', options: options.map(drawOption), ...start }
    : { type: 'static_select', ...menuOptions(options), ...start };
}

function menuElement({ options, initial }: FieldOf<'choices'>): InputBlockElement {
  return { type: 'multi_static_select', ...menuOptions(options), ...initialOptions(options, initial) };
}

function initialOptions(options: FieldOf<'choices'>['options'], initial: readonly string[] = []) {
  const chosen = options.filter(({ value }) => initial.includes(value)).map(drawOption);
  return chosen.length > 0 ? { initial_options: chosen } : {};
}

// Boxes come ten at a time. With several blocks none of them can be required alone: the core judges the whole.
function tickBlocks(field: FieldOf<'ticks'>, page: string): readonly InputBlock[] {
  const groups = chunks(field.options, LIMITS.checkboxes.options);
  return groups.map((options, part) =>
    inputBlock(
      { ...field, optional: groups.length > 1 || field.optional === true },
      blockIdOf(page, field.name, part),
      { type: 'checkboxes', options: options.map(drawOption), ...initialOptions(options, field.initial) },
    ),
  );
}
