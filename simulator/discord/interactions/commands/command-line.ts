import { type JsonObject, objectsAt, stringAt } from '../../../common/json.ts';
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
