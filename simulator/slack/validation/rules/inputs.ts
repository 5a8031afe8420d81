import { type JsonObject, stringAt } from '../../../common/json.ts';
import { at, type Placed } from './walk.ts';

type Rule = (element: JsonObject, pointer: string) => string[];

/** By element type: formats, ranges, and initial values that fit them. */
const RULES: Readonly<Record<string, Rule>> = {
  plain_text_input: textRules,
  number_input: numberRules,
  datepicker: (element, pointer) => formatted(element, { pointer, key: 'initial_date', fits: isDate }),
  timepicker: (element, pointer) => formatted(element, { pointer, key: 'initial_time', fits: isTime }),
  datetimepicker: (element, pointer) =>
    between(element, { pointer, key: 'initial_date_time', min: 1e9, max: 9_999_999_999 }),
  file_input: (element, pointer) => between(element, { pointer, key: 'max_files', min: 1, max: 10 }),
  multi_static_select: selectionRules,
  multi_users_select: selectionRules,
  multi_conversations_select: selectionRules,
  multi_channels_select: selectionRules,
  multi_external_select: selectionRules,
};

/** Formats and ranges of one element, and initial values that its own limits forbid. */
export function inputProblems({ object, type, pointer }: Placed): string[] {
  return RULES[type]?.(object, pointer) ?? [];
}

function selectionRules(element: JsonObject, pointer: string): string[] {
  return between(element, { pointer, key: 'max_selected_items', min: 1, max: Number.MAX_SAFE_INTEGER });
}

// https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
function textRules(element: JsonObject, pointer: string): string[] {
  const { min_length: min = 0, max_length: max = 3_000, initial_value: initial = '' } = element;
  const ranges = [
    ...between(element, { pointer, key: 'min_length', min: 0, max: 3_000 }),
    ...between(element, { pointer, key: 'max_length', min: 1, max: 3_000 }),
  ];
  if (Number(min) > Number(max)) ranges.push(at(`${pointer}/min_length`, 'must not be more than max_length'));
  const length = String(initial).length;
  if (length > Number(max))
    ranges.push(at(`${pointer}/initial_value`, `must be less than ${Number(max) + 1} characters`));
  if (length > 0 && length < Number(min)) {
    ranges.push(at(`${pointer}/initial_value`, `must be more than ${Number(min) - 1} characters`));
  }
  return ranges;
}

// https://docs.slack.dev/reference/block-kit/block-elements/number-input-element
function numberRules(element: JsonObject, pointer: string): string[] {
  const shape = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const problems = ['initial_value', 'min_value', 'max_value'].flatMap((key) =>
    formatted(element, { pointer, key, fits: (text) => shape.test(text) }),
  );
  if (problems.length > 0) return problems;
  const [initial, min, max] = ['initial_value', 'min_value', 'max_value'].map((key) =>
    stringAt(element, key),
  );
  if (min !== undefined && max !== undefined && Number(min) > Number(max)) {
    return [at(`${pointer}/min_value`, 'must not be greater than max_value')];
  }
  const low = initial !== undefined && min !== undefined && Number(initial) < Number(min);
  const high = initial !== undefined && max !== undefined && Number(initial) > Number(max);
  return low || high ? [at(`${pointer}/initial_value`, 'must be between min_value and max_value')] : [];
}

interface Format {
  readonly pointer: string;
  readonly key: string;
  readonly fits: (text: string) => boolean;
}

function formatted(element: JsonObject, { pointer, key, fits }: Format): string[] {
  const text = stringAt(element, key);
  return text === undefined || fits(text) ? [] : [at(`${pointer}/${key}`, `invalid format: ${text}`)];
}

interface Range {
  readonly pointer: string;
  readonly key: string;
  readonly min: number;
  readonly max: number;
}

function between(element: JsonObject, { pointer, key, min, max }: Range): string[] {
  const value = element[key];
  if (typeof value !== 'number' || (Number.isInteger(value) && value >= min && value <= max)) return [];
  return [at(`${pointer}/${key}`, `must be an integer between ${min} and ${max}`)];
}

/** A real day, so that the 31st of February is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
