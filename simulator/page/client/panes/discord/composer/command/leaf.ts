import type { JsonObject } from '../../../../../../common/json.ts';
import { objectsAt, stringAt } from '../../../../../../common/json.ts';
import type { Choice, Composed } from '../../world/control.ts';

/** A command that can be sent: with its subcommand where it has some. */
export interface Leaf {
  readonly area: string;
  /** Group and subcommand; left out where there are none. */
  readonly verb: string | undefined;
  /** As it is typed, with the slash. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly choices: readonly Choice[];
  /** Whether the app is asked while it is typed. */
  readonly asksApp: boolean;
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const SUBCOMMAND = 1;
const GROUP = 2;
const BOOLEAN = 5;

/** Everything that can be sent here, in the reader's language where the app gave words in it. */
export function leavesOf(commands: readonly JsonObject[], locale: string): readonly Leaf[] {
  return commands.flatMap((command) => below(command, [], { command, locale }));
}

function below(
  node: JsonObject,
  way: readonly string[],
  of: { readonly command: JsonObject; readonly locale: string },
): readonly Leaf[] {
  const options = objectsAt(node, 'options');
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nested.length > 0) {
    return nested.flatMap((one) => below(one, [...way, stringAt(one, 'name') ?? ''], of));
  }
  const area = stringAt(of.command, 'name') ?? '';
  return [
    {
      area,
      verb: way.length > 0 ? way.join(' ') : undefined,
      name: `/${[area, ...way].join(' ')}`,
      description: localised(node, of.locale),
      options: options.map((option) => optionOf(option, of.locale)),
    },
  ];
}

function optionOf(option: JsonObject, locale: string): Option {
  const yesNo = option.type === BOOLEAN ? ['True', 'False'].map((name) => ({ name, value: name })) : [];
  const choices = objectsAt(option, 'choices').map((choice) => ({
    name: stringAt(choice, 'name') ?? '',
    value: String(choice.value),
  }));
  return {
    name: stringAt(option, 'name') ?? '',
    description: localised(option, locale),
    required: option.required === true,
    choices: [...choices, ...yesNo],
    asksApp: option.autocomplete === true,
  };
}

function localised(node: JsonObject, locale: string): string {
  const others = node.description_localizations;
  const own =
    typeof others === 'object' && others !== null && !Array.isArray(others)
      ? (others as JsonObject)[locale]
      : undefined;
  return typeof own === 'string' ? own : (stringAt(node, 'description') ?? '');
}

/** What stands in an option: the words shown, and the value that is sent. */
export interface Filling extends Choice {
  /** Chosen from what was offered, rather than typed. */
  readonly isTaken?: boolean;
}

/** By the option's name. */
export type Filled = Readonly<Record<string, Filling>>;

export function composed({ area, verb, options }: Leaf, filled: Filled): Composed {
  const given = options.flatMap(({ name }) => {
    const choice = filled[name];
    return choice && choice.name !== '' ? [[name, choice.value] as const] : [];
  });
  return { area, ...(verb === undefined ? {} : { verb }), options: Object.fromEntries(given) };
}

/** What a line such as `/provider search 远帆` comes to: the words after the command go into the first option. */
export function fromLine(
  leaves: readonly Leaf[],
  line: string,
): { readonly leaf: Leaf; readonly filled: Filled } | undefined {
  const words = `${line.trim()} `;
  const fitting = leaves.filter(({ name }) => words.startsWith(`${name} `));
  const leaf = fitting.sort((a, b) => b.name.length - a.name.length)[0];
  if (!leaf) return undefined;
  const rest = line.trim().slice(leaf.name.length).trim();
  const [first] = leaf.options;
  return { leaf, filled: rest !== '' && first ? { [first.name]: { name: rest, value: rest } } : {} };
}
