import { type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import type { Problem } from '../rest/refusal.ts';
import { selectProblems } from './components/selects.ts';
import { COMPONENT, isSelect, type Placed, placedIn, problem, repeated } from './walk.ts';

const MOST_COMPONENTS = 5;

/** Beyond the shape. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export function modalProblems(data: JsonObject): Problem[] {
  const components = objectsAt(data, 'components');
  const placed = placedIn(components, ['data', 'components']);
  const tooMany =
    components.length > MOST_COMPONENTS
      ? [
          problem(
            ['data', 'components'],
            'BASE_TYPE_BAD_LENGTH',
            `Must be between 1 and ${MOST_COMPONENTS} in length.`,
          ),
        ]
      : [];
  return [
    ...tooMany,
    ...repeated(placed, 'custom_id').map(({ path }) =>
      problem(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    ),
    ...placed.flatMap((one) => fieldProblems(one)),
  ];
}

function fieldProblems(placed: Placed): Problem[] {
  const { component, path } = placed;
  if (component.type === COMPONENT.row) return rowProblems(placed);
  if (component.type === COMPONENT.label) return labelProblems(placed);
  if (component.type === COMPONENT.textInput) return textProblems(placed);
  if (isSelect(component))
    return [...selectProblems(placed), ...requiredProblems(placed), ...disabledProblems(placed)];
  if (component.type === COMPONENT.radioGroup || component.type === COMPONENT.checkboxGroup)
    return groupProblems(component, path);
  return component.type === COMPONENT.fileUpload ? requiredProblems(placed) : [];
}

/** The older way: one text input to a row, and the words beside it on the input itself. */
function rowProblems({ component, path }: Placed): Problem[] {
  const inputs = objectsAt(component, 'components');
  if (inputs.length !== 1)
    return [problem([...path, 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 1 in length.')];
  return inputs[0] && stringAt(inputs[0], 'label')
    ? []
    : [problem([...path, 'components', 0, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required')];
}

function labelProblems({ component, path }: Placed): Problem[] {
  const inner = objectAt(component, 'component') ?? {};
  return inner.type === COMPONENT.textInput && stringAt(inner, 'label') !== undefined
    ? [
        problem(
          [...path, 'component', 'label'],
          'COMPONENT_LABEL_NOT_ALLOWED',
          'A text input in a label cannot have a label of its own',
        ),
      ]
    : [];
}

function textProblems({ component, path }: Placed): Problem[] {
  const value = stringAt(component, 'value');
  const min = typeof component.min_length === 'number' ? component.min_length : 0;
  const max = typeof component.max_length === 'number' ? component.max_length : 4_000;
  const problems: Problem[] = [];
  if (min > max)
    problems.push(
      problem(
        [...path, 'min_length'],
        'TEXT_INPUT_MIN_LENGTH_EXCEEDS_MAX',
        'min_length must not exceed max_length',
      ),
    );
  if (value && (value.length > max || value.length < min))
    problems.push(
      problem([...path, 'value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`),
    );
  return problems;
}

/** Inputs are required unless they say otherwise, and nothing chosen cannot be required. */
function requiredProblems({ component, path }: Placed): Problem[] {
  return component.required !== false && component.min_values === 0
    ? [
        problem(
          [...path, 'min_values'],
          'COMPONENT_REQUIRED_MIN_VALUES',
          'min_values must be at least 1 where a value is required',
        ),
      ]
    : [];
}

function disabledProblems({ component, path }: Placed): Problem[] {
  return component.disabled === true
    ? [
        problem(
          [...path, 'disabled'],
          'COMPONENT_DISABLED_IN_MODAL',
          'A select in a modal cannot be disabled',
        ),
      ]
    : [];
}

function groupProblems(component: JsonObject, path: Problem['path']): Problem[] {
  const options = objectsAt(component, 'options');
  const values = options.map((option) => option.value);
  const most = component.type === COMPONENT.radioGroup ? 1 : (component.max_values ?? options.length);
  const problems: Problem[] = [];
  if (new Set(values).size < values.length)
    problems.push(
      problem(
        [...path, 'options'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    );
  if (options.filter((option) => option.default === true).length > Number(most))
    problems.push(
      problem(
        [...path, 'options'],
        'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS',
        'There are more default options than allowed',
      ),
    );
  return problems;
}
