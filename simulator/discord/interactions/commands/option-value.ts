import { type Json, type JsonObject, objectsAt } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';

const KINDS = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};

/** As the app gets it. Throws when Discord's client would not let it pass. */
export function optionValue(
  option: JsonObject,
  raw: string | number | boolean,
  offered: readonly JsonObject[],
): Json {
  const text = String(raw);
  const refuse = (why: string): never => {
    throw new NotPossible('value_not_possible', `${String(option.name)}: ${why}`);
  };
  const choices = [...objectsAt(option, 'choices'), ...offered];
  const choice = choices.find(({ name }) => name === text) ?? choices.find(({ value }) => value === raw);
  if (choice) return choice.value ?? null;
  if (objectsAt(option, 'choices').length > 0) return refuse(`"${text}" is not one of the choices`);
  if (option.type === KINDS.boolean)
    return /^true$/i.test(text) || (!/^false$/i.test(text) && refuse('true or false'));
  if (option.type === KINDS.integer || option.type === KINDS.number)
    return numeric(option, text) ?? refuse('not such a number');
  const { min_length: min = 0, max_length: max = 6_000 } = option;
  if (option.type === KINDS.string && (text.length < Number(min) || text.length > Number(max)))
    return refuse(`takes ${String(min)} to ${String(max)} characters`);
  // A mention stands for the id.
  return option.type === KINDS.string ? text : text.replace(/^<(?:@[!&]?|#)(\d+)>$/, '$1');
}

function numeric({ type, min_value: min, max_value: max }: JsonObject, text: string): number | undefined {
  const value = Number(text);
  const whole = type !== KINDS.integer || Number.isInteger(value);
  const within = (typeof min !== 'number' || value >= min) && (typeof max !== 'number' || value <= max);
  return text.trim() !== '' && Number.isFinite(value) && whole && within ? value : undefined;
}
