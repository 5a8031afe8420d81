import { type JsonObject, objectsAt } from '../../../common/json.ts';
import type { View } from '../model.ts';
import type { Workspace } from '../workspace.ts';
import { type PlacedElement, placedElements } from './elements.ts';
import { holdsState, initialRaw, stateValue } from './entered.ts';

/** By block_id, then action_id, as Slack's `view.state.values`. */
export type Values = Record<string, Record<string, JsonObject>>;

/** `state.values` as a submission carries it: every input, entered or not, with what the app put in beforehand. */
/** Nothing for elements that hold no state. */
export function currentValues(workspace: Workspace, view: View): Values {
  const values: Values = {};
  for (const placed of placedElements(objectsAt(view.content, 'blocks'))) {
    const value = currentValue(workspace, view, placed);
    if (value) values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: value };
  }
  return values;
}

export function currentValue(
  workspace: Workspace,
  view: View,
  placed: PlacedElement,
): JsonObject | undefined {
  if (!holdsState(placed.element)) return undefined;
  const entered = view.values[placed.blockId]?.[placed.actionId];
  return entered ?? stateValue(workspace, placed.element, initialRaw(placed.element));
}
