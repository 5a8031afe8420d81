import { type JsonObject, objectAt } from '../../../common/json.ts';
import type { Surface } from './surfaces.ts';
import { at, blocksWithin, elementsWithin, type Placed } from './walk.ts';

/** Rules between the parts of a block, and between blocks. */
export function layoutProblems(blocks: readonly JsonObject[], surface: Surface, pointer: string): string[] {
  const all = blocksWithin(blocks, pointer);
  return [
    ...all.flatMap(partProblems),
    ...tooMany(all, { type: 'table', most: 1, pointer }),
    ...focusProblems(all, surface),
  ];
}

function partProblems({ object, type, pointer }: Placed): string[] {
  if (type === 'section' && !object.text && !object.fields) {
    return [at(pointer, 'must define either `text` or `fields`')];
  }
  // https://docs.slack.dev/reference/block-kit/blocks/input-block: dispatch_action
  if (
    type === 'input' &&
    object.dispatch_action === true &&
    objectAt(object, 'element')?.type === 'file_input'
  ) {
    return [at(`${pointer}/element/type`, 'unsupported type: file_input')];
  }
  return [];
}

// https://docs.slack.dev/reference/block-kit/blocks/table-block: one table a message
function tooMany(
  all: readonly Placed[],
  { type, most, pointer }: { type: string; most: number; pointer: string },
) {
  const count = all.filter((block) => block.type === type).length;
  return count > most ? [at(pointer, `only ${most} ${type} block allowed`)] : [];
}

function focusProblems(all: readonly Placed[], surface: Surface): string[] {
  const focused = all.flatMap(elementsWithin).filter(({ object }) => object.focus_on_load === true);
  if (surface === 'message') return [];
  return focused
    .slice(1)
    .map(({ pointer }) => at(`${pointer}/focus_on_load`, 'only one element can focus on load'));
}
