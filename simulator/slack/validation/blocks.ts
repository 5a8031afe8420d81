import type { JsonObject } from '../../common/json.ts';
import { limitProblems } from './limits/limit-check.ts';
import { WHOLE } from './limits/limits.ts';
import { elementProblems } from './rules/elements.ts';
import { idProblems } from './rules/ids.ts';
import { layoutProblems } from './rules/layout.ts';
import { type Surface, surfaceProblems } from './rules/surfaces.ts';
import { schemaProblems } from './schema/validator.ts';

/** Why Slack would refuse these blocks there, each reason with a JSON pointer below `pointer`. Empty when it would not. */
export function blockProblems(blocks: readonly JsonObject[], surface: Surface, pointer: string): string[] {
  if (surface === 'message' && blocks.length > WHOLE.messageBlocks) {
    return [`no more than ${WHOLE.messageBlocks} items allowed [json-pointer:${pointer}]`];
  }
  const shape = blocks.flatMap((block, index) => schemaProblems('KnownBlock', block, `${pointer}/${index}`));
  // The other rules take the shape for granted.
  if (shape.length > 0) return shape;
  const problems = [
    ...limitProblems(blocks, pointer),
    ...surfaceProblems(blocks, surface, pointer),
    ...idProblems(blocks, pointer),
    ...layoutProblems(blocks, surface, pointer),
    ...elementProblems(blocks, pointer),
  ];
  return [...new Set(problems)];
}
