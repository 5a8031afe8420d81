import { type JsonObject, objectAt, objectsAt } from '../../../common/json.ts';
import type { Problem } from '../../rest/refusal.ts';
import { COMPONENT, isFilled, isSelect, type Placed, placedIn, problem, repeated } from '../walk.ts';
import { selectProblems } from './selects.ts';

/** What Discord's description of its API does not say and its documentation does. */
export function componentProblems(components: readonly JsonObject[]): Problem[] {
  const placed = placedIn(components);
  return [
    ...repeated(placed, 'custom_id').map(({ path }) =>
      problem(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    ),
    ...repeated(placed, 'id').map(({ path }) =>
      problem([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    ),
    ...placed.flatMap((one) => problemsOf(one)),
  ];
}

function problemsOf(placed: Placed): Problem[] {
  const { type } = placed.component;
  if (type === COMPONENT.row) return rowProblems(placed);
  if (type === COMPONENT.button) return buttonProblems(placed);
  if (type === COMPONENT.section) return sectionProblems(placed);
  return isSelect(placed.component) ? selectProblems(placed) : [];
}

/** https://discord.com/developers/docs/components/reference#action-row */
function rowProblems({ component, path }: Placed): Problem[] {
  const inner = objectsAt(component, 'components');
  const selects = inner.filter(isSelect).length;
  const mixed = selects > 1 || (selects === 1 && inner.length > 1);
  return mixed
    ? [
        problem(
          [...path, 'components'],
          'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          'The specified component exceeds the maximum width',
        ),
      ]
    : [];
}

const LINK = 5;
const PREMIUM = 6;

/** https://discord.com/developers/docs/components/reference#button */
function buttonProblems({ component, path }: Placed): Problem[] {
  const { style, url, custom_id: customId, label } = component;
  const needed = (key: string) => problem([...path, key], 'BASE_TYPE_REQUIRED', 'This field is required');
  if (style === PREMIUM) return isFilled(component.sku_id) ? [] : [needed('sku_id')];
  const wordless = isFilled(label) || objectAt(component, 'emoji') ? [] : [needed('label')];
  if (style === LINK) {
    const both = isFilled(customId)
      ? [
          problem(
            [...path, 'custom_id'],
            'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
            'A custom id and url cannot both be specified',
          ),
        ]
      : [];
    return [...wordless, ...both, ...(isFilled(url) ? [] : [needed('url')])];
  }
  const wrongUrl = isFilled(url)
    ? [problem([...path, 'url'], 'BUTTON_COMPONENT_INVALID_STYLE', 'A url button must have the link style')]
    : [];
  return [...wordless, ...wrongUrl, ...(isFilled(customId) ? [] : [needed('custom_id')])];
}

function sectionProblems({ component, path }: Placed): Problem[] {
  return objectAt(component, 'accessory')
    ? []
    : [problem([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required')];
}
