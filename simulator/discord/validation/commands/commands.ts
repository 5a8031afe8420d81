import { isObject, type JsonObject, objectAt, objectsAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { problem, repeated } from '../walk.ts';
import { namedProblems } from './names.ts';
import { optionProblems } from './options.ts';

type Path = Problem['path'];

const MOST_COMMANDS = 100;
/** Of names, descriptions and values in one command, in its longest language. */
const MOST_CHARACTERS = 8_000;
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

function commandProblems(command: JsonObject, path: Path = []): Problem[] {
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
