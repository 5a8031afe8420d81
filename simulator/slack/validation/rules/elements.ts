import type { JsonObject } from '../../../common/json.ts';
import { confirmationProblems, linkProblems } from './buttons.ts';
import { inputProblems } from './inputs.ts';
import { menuProblems } from './menus.ts';
import { blocksWithin, elementsWithin } from './walk.ts';

/** Rules within one element: options, initial values, formats, addresses. */
export function elementProblems(blocks: readonly JsonObject[], pointer: string): string[] {
  const all = blocksWithin(blocks, pointer);
  return [...all, ...all.flatMap(elementsWithin)].flatMap((placed) => [
    ...menuProblems(placed),
    ...inputProblems(placed),
    ...linkProblems(placed),
    ...confirmationProblems(placed),
  ]);
}
