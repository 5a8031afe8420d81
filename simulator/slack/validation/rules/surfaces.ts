import type { JsonObject } from '../../../common/json.ts';
import { at, blocksWithin, elementsWithin } from './walk.ts';

/** Where blocks can be; each place takes its own selection of them. */
export type Surface = 'message' | 'modal' | 'home';

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];

/** https://docs.slack.dev/reference/block-kit/blocks, "Available in surfaces" */
const BLOCK_SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message'],
  context_actions: ['message'],
  data_table: ['message'],
  file: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message'],
  task_card: ['message'],
};

/** https://docs.slack.dev/reference/block-kit/block-elements, "Surfaces" */
const ELEMENT_SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  file_input: ['modal'],
  number_input: ['modal'],
  rich_text_input: ['modal', 'home'],
  url_text_input: ['modal'],
  workflow_button: ['message'],
};

/** Blocks and elements that exist, but not on this surface. */
export function surfaceProblems(blocks: readonly JsonObject[], surface: Surface, pointer: string): string[] {
  return blocksWithin(blocks, pointer).flatMap((block) => [
    ...unsupported(BLOCK_SURFACES, block, surface),
    ...elementsWithin(block).flatMap((element) => unsupported(ELEMENT_SURFACES, element, surface)),
  ]);
}

function unsupported(
  table: Readonly<Record<string, readonly Surface[]>>,
  { type, pointer }: { readonly type: string; readonly pointer: string },
  surface: Surface,
): string[] {
  const allowed = table[type] ?? EVERYWHERE;
  return allowed.includes(surface) ? [] : [at(`${pointer}/type`, `unsupported type: ${type}`)];
}
