import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../../../common/json.ts';

/** Something that a person can operate, and where it stands. */
export interface PlacedElement {
  readonly block: JsonObject;
  readonly blockId: string;
  readonly element: JsonObject;
  readonly actionId: string;
  readonly type: string;
}

/** Every element that can be clicked, chosen or filled in, in reading order. */
export function placedElements(blocks: readonly JsonObject[]): PlacedElement[] {
  return blocks.flatMap((block) => [
    ...elementsOf(block).map((element) => place(block, element)),
    ...placedElements(objectsAt(block, 'child_blocks')),
    ...(block.type === 'carousel' ? placedElements(objectsAt(block, 'elements')) : []),
  ]);
}

function elementsOf(block: JsonObject): JsonObject[] {
  const slots = [objectAt(block, 'element'), objectAt(block, 'accessory')].filter(isObject);
  const listed = [...objectsAt(block, 'elements'), ...objectsAt(block, 'actions')];
  return [...slots, ...listed].filter((element) => stringAt(element, 'action_id') !== undefined);
}

function place(block: JsonObject, element: JsonObject): PlacedElement {
  return {
    block,
    blockId: stringAt(block, 'block_id') ?? '',
    element,
    actionId: stringAt(element, 'action_id') ?? '',
    type: stringAt(element, 'type') ?? '',
  };
}

/** The words on a button, or the label of an input. */
export function labelOf({ block, element }: PlacedElement): string {
  const text = objectAt(element, 'text') ?? objectAt(block, 'label') ?? objectAt(element, 'placeholder');
  return (text && stringAt(text, 'text')) ?? '';
}

/** All options of a menu, those inside groups included. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  return [
    ...objectsAt(element, 'options'),
    ...objectsAt(element, 'option_groups').flatMap((group) => objectsAt(group, 'options')),
  ];
}
