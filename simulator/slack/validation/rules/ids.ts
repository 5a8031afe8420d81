import { type JsonObject, stringAt } from '../../../common/json.ts';
import { at, blocksWithin, elementsWithin, type Placed } from './walk.ts';

/** A block_id must be alone in its message or view, an action_id in its block. */
export function idProblems(blocks: readonly JsonObject[], pointer: string): string[] {
  const all = blocksWithin(blocks, pointer);
  return [
    ...repeated(all, 'block_id').map(([id, where]) => at(where, `block_id already exists: ${id}`)),
    ...all.flatMap((block) =>
      repeated(elementsWithin(block), 'action_id').map(([id, where]) =>
        at(where, `action_id already exists: ${id}`),
      ),
    ),
  ];
}

function repeated(placed: readonly Placed[], key: 'block_id' | 'action_id'): [string, string][] {
  const seen = new Set<string>();
  return placed.flatMap(({ object, pointer }) => {
    const id = stringAt(object, key);
    if (id === undefined) return [];
    if (seen.has(id)) return [[id, `${pointer}/${key}`] as [string, string]];
    seen.add(id);
    return [];
  });
}
