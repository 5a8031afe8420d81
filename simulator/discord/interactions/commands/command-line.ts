import { type Json, type JsonObject, objectsAt, stringAt } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';

const SUBCOMMAND = 1;
const GROUP = 2;

/** A command as a person composed it: which one, and what stands in its options, by name. */
export interface Composed {
  readonly area: string;
  /** The subcommand, with its group before it when there is one: `show`, `standard add`. */
  readonly verb?: string | undefined;
  readonly options?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Where a command's options stand once the subcommand is known. */
export interface Leaf {
  readonly command: JsonObject;
  /** Names of group and subcommand. */
  readonly way: readonly { readonly name: string; readonly type: number }[];
  readonly options: readonly JsonObject[];
}

/** Finds the command and subcommand that the words begin with. Gives what is left of the words. */
export function leafOf(
  commands: readonly JsonObject[],
  words: readonly string[],
): { leaf: Leaf; rest: readonly string[] } {
  const [name = '', ...after] = words;
  const command = commands.find((one) => one.name === name.replace(/^\//, ''));
  if (!command)
    throw new NotPossible(
      'unknown_command',
      `there is no ${name} here; there are: ${commands.map((one) => `/${String(one.name)}`).join(' ')}`,
    );
  return descend({ command, way: [], options: objectsAt(command, 'options') }, after);
}

function descend(leaf: Leaf, rest: readonly string[]): { leaf: Leaf; rest: readonly string[] } {
  const nests = leaf.options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nests.length === 0) return { leaf, rest };
  const [name, ...after] = rest;
  const found = nests.find((one) => one.name === name);
  if (!found) {
    const there = nests.map((one) => String(one.name)).join(', ');
    throw new NotPossible(
      'unknown_subcommand',
      `/${String(leaf.command.name)} has no "${name ?? ''}"; there are: ${there}`,
    );
  }
  const way = [...leaf.way, { name: String(found.name), type: Number(found.type) }];
  return descend({ ...leaf, way, options: objectsAt(found, 'options') }, after);
}

/**
 * What stands in the options: `name:value` as Discord's client writes it, and words without a name in the order of the
 * options, the last of which takes all that is left.
 */
export function valuesIn({ options }: Leaf, rest: readonly string[]): Record<string, string> {
  const { named, loose } = byName(options, rest);
  const free = options.map(({ name }) => String(name)).filter((name) => !(name in named));
  if (loose.length > 0 && free.length === 0)
    throw new NotPossible('too_many_words', `no option takes "${loose.join(' ')}"`);
  const placed = free.map((name, index) => {
    const last = index === free.length - 1;
    return [name, (last ? loose.slice(index) : loose.slice(index, index + 1)).join(' ')] as const;
  });
  return { ...named, ...Object.fromEntries(placed.filter(([, text]) => text !== '')) };
}

function byName(options: readonly JsonObject[], words: readonly string[]) {
  const named: Record<string, string> = {};
  const loose: string[] = [];
  let current: string | undefined;
  for (const word of words) {
    const [, name, text = ''] = /^([^:\s]+):(.*)$/s.exec(word) ?? [];
    if (name !== undefined && options.some((option) => option.name === name)) {
      current = name;
      named[name] = text;
    } else if (current === undefined) loose.push(word);
    else named[current] = `${named[current]} ${word}`.trim();
  }
  return { named, loose };
}

export function wordsOf(line: string): string[] {
  return line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
}

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

/** The first required option that has nothing in it. */
export function missingOption(
  { options }: Leaf,
  values: Readonly<Record<string, unknown>>,
): string | undefined {
  const missing = options.find(
    (option) => option.required === true && values[String(option.name)] === undefined,
  );
  return missing && stringAt(missing, 'name');
}
