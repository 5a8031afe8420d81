import { type JsonObject, objectAt, objectsAt, stringAt } from '../../common/json.ts';
import { COMPONENT } from '../validation/walk.ts';
import type { Entered } from './model.ts';

/** An input of a form with the words that stand beside it. */
export interface Field {
  readonly customId: string;
  readonly label: string;
  readonly input: JsonObject;
}

/** In the order in which they stand, whether under a label or in a row as in older forms. */
export function fieldsOf(components: readonly JsonObject[]): Field[] {
  return components.flatMap((component) => {
    const inner = objectAt(component, 'component');
    if (inner) return [field(inner, stringAt(component, 'label'))];
    return component.type === COMPONENT.row
      ? objectsAt(component, 'components').map((input) => field(input, stringAt(input, 'label')))
      : [];
  });
}

function field(input: JsonObject, label = ''): Field {
  return { customId: stringAt(input, 'custom_id') ?? '', label, input };
}

/** What stands in an input before anybody touched it. */
export function firstValue(input: JsonObject): Entered | undefined {
  if (input.type === COMPONENT.textInput) return stringAt(input, 'value');
  if (input.type === COMPONENT.checkbox) return input.default === true;
  const chosen = objectsAt(input, 'options').filter((option) => option.default === true);
  const named = objectsAt(input, 'default_values').map(({ id }) => String(id));
  const values = [...chosen.map((option) => stringAt(option, 'value') ?? ''), ...named];
  return values.length > 0 ? values : undefined;
}
