import type { JsonObject } from '../../../../../common/json.ts';
import { isObject, objectAt, objectsAt, stringAt } from '../../../../../common/json.ts';

/** What every drawn element gets. */
export interface ElementProps {
  readonly element: JsonObject;
  readonly block: JsonObject;
  /** Ties the input to its label and its error. */
  readonly inputId: string;
}

export interface OptionItem {
  readonly value: string;
  readonly label: string;
  readonly text: JsonObject | undefined;
  readonly description: JsonObject | undefined;
  readonly group: string | undefined;
}

export function optionItems(element: JsonObject): readonly OptionItem[] {
  const groups = objectsAt(element, 'option_groups');
  const grouped = groups.flatMap((group) =>
    objectsAt(group, 'options').map((option) => item(option, labelText(objectAt(group, 'label')))),
  );
  return [...objectsAt(element, 'options').map((option) => item(option, undefined)), ...grouped];
}

function item(option: JsonObject, group: string | undefined): OptionItem {
  const text = objectAt(option, 'text');
  return {
    value: stringAt(option, 'value') ?? '',
    label: labelText(text),
    text,
    description: objectAt(option, 'description'),
    group,
  };
}

const labelText = (text: JsonObject | undefined) => (text && stringAt(text, 'text')) ?? '';

/** The chosen options' values inside Slack's state value, whichever shape the element gives it. */
export function chosenIn(value: JsonObject | undefined): readonly string[] {
  if (!value) return [];
  const { selected_option: option } = value;
  if (isObject(option)) return [stringAt(option, 'value') ?? ''];
  const options = objectsAt(value, 'selected_options');
  if (options.length > 0) return options.map((one) => stringAt(one, 'value') ?? '');
  return Object.entries(value).flatMap(([key, item]) => (key === 'type' ? [] : strings(item)));
}

function strings(item: unknown): string[] {
  if (typeof item === 'string') return [item];
  return Array.isArray(item) ? item.filter((one) => typeof one === 'string') : [];
}

export const actionIdOf = (element: JsonObject) => stringAt(element, 'action_id') ?? '';
export const blockIdOf = (block: JsonObject) => stringAt(block, 'block_id') ?? '';
