import { type JsonObject, objectsAt, stringAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { COMPONENT, type Placed, problem } from '../walk.ts';

/** https://discord.com/developers/docs/components/reference#string-select */
export function selectProblems({ component, path }: Placed): Problem[] {
  return [...countProblems({ component, path }), ...optionProblems({ component, path })];
}

function boundsOf({ min_values: min, max_values: max }: JsonObject): {
  readonly min: number;
  readonly max: number;
} {
  return { min: typeof min === 'number' ? min : 1, max: typeof max === 'number' ? max : 1 };
}

function countProblems({ component, path }: Placed): Problem[] {
  const { min, max } = boundsOf(component);
  const { length } = objectsAt(component, 'options');
  const problems: Problem[] = [];
  if (min > max)
    problems.push(
      problem(
        [...path, 'min_values'],
        'COMPONENT_MIN_VALUES_EXCEEDS_MAX',
        'min_values must not exceed max_values',
      ),
    );
  if (component.type === COMPONENT.stringSelect && max > length)
    problems.push(
      problem(
        [...path, 'max_values'],
        'COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS',
        `max_values must not exceed the ${length} options`,
      ),
    );
  return problems;
}

function optionProblems({ component, path }: Placed): Problem[] {
  const options = objectsAt(component, 'options');
  const values = options.map((option) => stringAt(option, 'value'));
  const problems: Problem[] = [];
  if (options.filter((option) => option.default === true).length > boundsOf(component).max)
    problems.push(
      problem(
        [...path, 'options'],
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS',
        'There are more default options than max_values',
      ),
    );
  if (new Set(values).size < values.length)
    problems.push(
      problem(
        [...path, 'options'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    );
  return problems;
}
