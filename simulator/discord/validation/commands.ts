import { Locale } from 'discord-api-types/v10';
import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import type { Problem } from '../rest/refusal.ts';
import { problem, repeated } from './walk.ts';

type Path = Problem['path'];

const MOST_COMMANDS = 100;
/** Of names, descriptions and values in one command, in its longest language. */
const MOST_CHARACTERS = 8_000;
const SUBCOMMAND = 1;
const GROUP = 2;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Everything wrong with a whole set of commands beyond the shape of its fields. */
export function commandSetProblems(commands: readonly JsonObject[]): Problem[] {
  const placed = commands.map((component, index) => ({ component, path: [index] }));
  return [
    ...(commands.length > MOST_COMMANDS
      ? [
          problem(
            [],
            'APPLICATION_COMMANDS_MAX',
            `Maximum number of application commands reached (${MOST_COMMANDS}).`,
          ),
        ]
      : []),
    ...repeated(placed, 'name').map(({ path }) =>
      problem(
        [...path, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      ),
    ),
    ...placed.flatMap(({ component, path }) => commandProblems(component, path)),
  ];
}

export function commandProblems(command: JsonObject, path: Path = []): Problem[] {
  const chatInput = command.type === undefined || command.type === 1;
  const size = charactersOf(command);
  return [
    ...(chatInput ? namedProblems(command, path) : []),
    ...optionProblems(objectsAt(command, 'options'), [...path, 'options'], 0),
    ...(size > MOST_CHARACTERS
      ? [problem(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`)]
      : []),
  ];
}

function namedProblems(named: JsonObject, path: Path): Problem[] {
  const names = [
    [[...path, 'name'], stringAt(named, 'name') ?? ''] as const,
    ...Object.entries(objectAt(named, 'name_localizations') ?? {}).map(
      ([locale, name]) => [[...path, 'name_localizations', locale], String(name)] as const,
    ),
  ];
  const wrong = names
    .filter(([, name]) => !NAME.test(name) || name !== name.toLowerCase())
    .map(([at]) =>
      problem(
        at,
        'APPLICATION_COMMAND_INVALID_NAME',
        'Command name is invalid: lower-case letters, digits, - and _ only',
      ),
    );
  const described = stringAt(named, 'description') ?? '';
  return [
    ...wrong,
    ...(described === ''
      ? [problem([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : []),
    ...localeProblems(named, path),
  ];
}

function localeProblems(named: JsonObject, path: Path): Problem[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) =>
    Object.keys(objectAt(named, key) ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) =>
        problem([...path, key, locale], 'BASE_TYPE_CHOICES', `"${locale}" is not a locale of Discord's`),
      ),
  );
}

/** https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups */
function optionProblems(options: readonly JsonObject[], path: Path, depth: number): Problem[] {
  const placed = options.map((component, index) => ({ component, path: [...path, index] }));
  const nests = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP).length;
  const mixed = nests > 0 && nests < options.length;
  const firstOptional = options.findIndex((option) => option.required !== true);
  const late = placed.filter(
    ({ component }, index) => component.required === true && firstOptional >= 0 && index > firstOptional,
  );
  return [
    ...(mixed
      ? [
          problem(
            path,
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-command and sub-command group option types are mutually exclusive to all other types',
          ),
        ]
      : []),
    ...repeated(placed, 'name').map(({ path: at }) =>
      problem([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Command options must be unique'),
    ),
    ...late.map(({ path: at }) =>
      problem(
        [...at, 'required'],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      ),
    ),
    ...placed.flatMap(({ component, path: at }) => oneOptionProblems(component, at, depth)),
  ];
}

function oneOptionProblems(option: JsonObject, path: Path, depth: number): Problem[] {
  const choices = objectsAt(option, 'choices');
  const tooDeep = (option.type === GROUP && depth > 0) || (option.type === SUBCOMMAND && depth > 1);
  const both = option.autocomplete === true && choices.length > 0;
  return [
    ...namedProblems(option, path),
    ...(tooDeep
      ? [
          problem(
            [...path, 'type'],
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-commands cannot be nested that deep',
          ),
        ]
      : []),
    ...(both
      ? [
          problem(
            [...path, 'autocomplete'],
            'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
            'An option with choices cannot autocomplete',
          ),
        ]
      : []),
    ...repeated(
      choices.map((component, index) => ({ component, path: [...path, 'choices', index] })),
      'name',
    ).map(({ path: at }) =>
      problem(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS',
        'There is already an option choice with the same name',
      ),
    ),
    ...optionProblems(objectsAt(option, 'options'), [...path, 'options'], depth + 1),
  ];
}

/** The longest of a text and its translations counts. */
function charactersOf(named: JsonObject): number {
  const longest = (key: string) =>
    Math.max(
      ...[named[key], ...Object.values(objectAt(named, `${key}_localizations`) ?? {})].map((text) =>
        typeof text === 'string' ? text.length : 0,
      ),
    );
  const value = typeof named.value === 'string' ? named.value.length : 0;
  const inner = ['options', 'choices'].flatMap((key) => objectsAt(named, key)).filter(isObject);
  return (
    longest('name') + longest('description') + value + inner.reduce((sum, one) => sum + charactersOf(one), 0)
  );
}
