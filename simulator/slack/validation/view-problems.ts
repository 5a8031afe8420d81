import { type JsonObject, objectsAt } from '../../common/json.ts';
import { blockProblems } from './blocks.ts';
import { limitProblems } from './limits/limit-check.ts';
import { schemaProblems } from './schema/validator.ts';

/** Why Slack would refuse this view, each reason with a JSON pointer below `/view`. */
export function viewProblems(view: JsonObject, expected: 'modal' | 'home'): string[] {
  if (view.type !== expected) return ['must be a valid enum value [json-pointer:/view/type]'];
  const shape = schemaProblems(expected === 'modal' ? 'ModalView' : 'HomeView', view, '/view');
  if (shape.length > 0) return shape;
  const { blocks: _blocks, ...frame } = view;
  const blocks = objectsAt(view, 'blocks');
  return [
    ...limitProblems(frame, '/view'),
    ...(blocks.length > 100 ? ['no more than 100 items allowed [json-pointer:/view/blocks]'] : []),
    ...blockProblems(blocks, expected, '/view/blocks'),
    ...submitProblems(view, blocks),
  ];
}

// https://docs.slack.dev/reference/views/modal-views: submit is required when there is an input block
function submitProblems(view: JsonObject, blocks: readonly JsonObject[]): string[] {
  const asks = view.type === 'modal' && blocks.some((block) => block.type === 'input');
  return asks && view.submit === undefined ? ['missing required field: submit [json-pointer:/view]'] : [];
}
