import { type JsonObject, objectsAt, stringAt } from '../../common/json.ts';
import { labelOf, type PlacedElement, placedElements } from '../state/modals/elements.ts';
import { currentValue } from '../state/modals/modal-values.ts';
import type { View } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * Why Slack's client would not send this modal yet, by block_id: required inputs without a value, texts outside their
 * length, numbers outside their range, addresses that are none.
 */
export function submissionProblems(workspace: Workspace, view: View): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const placed of placedElements(objectsAt(view.content, 'blocks'))) {
    if (placed.block.type !== 'input') continue;
    const value = currentValue(workspace, view, placed);
    const problem = value && inputProblem(placed, value);
    if (problem) problems[placed.blockId] = `${labelOf(placed)}: ${problem}`;
  }
  return problems;
}

function inputProblem({ block, element, type }: PlacedElement, value: JsonObject): string | undefined {
  if (isEmpty(value)) return block.optional === true ? undefined : 'This field is required';
  const text = stringAt(value, 'value');
  if (type === 'plain_text_input' && text !== undefined) return lengthProblem(element, text);
  if (type === 'number_input' && text !== undefined) return numberProblem(element, text);
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text ?? ''))
    return 'Not an email address';
  if (type === 'url_text_input' && !URL.canParse(text ?? '')) return 'Not a URL';
  return countProblem(element, value);
}

function isEmpty(value: JsonObject): boolean {
  return Object.entries(value).every(
    ([key, item]) => key === 'type' || item === null || (Array.isArray(item) && item.length === 0),
  );
}

function lengthProblem(element: JsonObject, text: string): string | undefined {
  const min = Number(element.min_length ?? 0);
  const max = Number(element.max_length ?? 3_000);
  if (text.length < min) return `At least ${min} characters are needed`;
  return text.length > max ? `At most ${max} characters fit` : undefined;
}

function numberProblem(element: JsonObject, text: string): string | undefined {
  const pattern = element.is_decimal_allowed === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(text)) return 'Not a number that fits here';
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(text) < Number(min)) return `Must be at least ${min}`;
  return typeof max === 'string' && Number(text) > Number(max) ? `Must be at most ${max}` : undefined;
}

function countProblem(element: JsonObject, value: JsonObject): string | undefined {
  const max = element.max_selected_items ?? element.max_files;
  const count = Math.max(...Object.values(value).map((item) => (Array.isArray(item) ? item.length : 0)));
  return typeof max === 'number' && count > max ? `At most ${max} may be chosen` : undefined;
}
