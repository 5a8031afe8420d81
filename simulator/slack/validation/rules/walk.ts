import { isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../../../common/json.ts';

/** A block or element together with its place, for the explanation. */
export interface Placed {
  readonly object: JsonObject;
  readonly type: string;
  readonly pointer: string;
}

/** Every block, those inside containers included. */
export function blocksWithin(blocks: readonly JsonObject[], pointer: string): Placed[] {
  return blocks.flatMap((block, index) => {
    const at = `${pointer}/${index}`;
    return [place(block, at), ...blocksWithin(objectsAt(block, 'child_blocks'), `${at}/child_blocks`)];
  });
}

/** The elements of one block: accessory, input, list. */
export function elementsWithin({ object, pointer }: Placed): Placed[] {
  const slots = ['accessory', 'element'].flatMap((slot) => {
    const element = objectAt(object, slot);
    return element ? [place(element, `${pointer}/${slot}`)] : [];
  });
  const listed = ['elements', 'actions'].flatMap((list) =>
    objectsAt(object, list).flatMap((element, index) => {
      const placed = place(element, `${pointer}/${list}/${index}`);
      return element.type === 'card' ? [placed, ...elementsWithin(placed)] : [placed];
    }),
  );
  return [...slots, ...listed].filter(({ object: element }) => isObject(element));
}

function place(object: JsonObject, pointer: string): Placed {
  return { object, type: stringAt(object, 'type') ?? '', pointer };
}

/** `problem [json-pointer:…]`, the form of all explanations. */
export function at(pointer: string, problem: string): string {
  return `${problem} [json-pointer:${pointer}]`;
}
