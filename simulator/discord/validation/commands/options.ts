import { type JsonObject, objectsAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { problem, repeated } from '../walk.ts';
import { namedProblems } from './names.ts';

type Path = Problem['path'];

const SUBCOMMAND = 1;
const GROUP = 2;
/** https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups */
export function optionProblems(options: readonly JsonObject[], path: Path, depth: number): Problem[] {
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
