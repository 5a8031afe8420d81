import { isObject, type Json, type JsonObject } from '../../common/json.ts';
import type { Workspace } from '../state/workspace.ts';

const INTERACTIVE_SLOTS = ['accessory', 'element'] as const;

/**
 * Fills in what Slack fills in: ids for blocks and elements that came without, and the defaults of text objects. An app
 * that compares what it sent with what it fetches must live with this.
 */
export function normaliseBlocks(workspace: Workspace, blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block) => withElementIds(workspace, withBlockId(workspace, withTextDefaults(block))));
}

function withBlockId(workspace: Workspace, block: JsonObject): JsonObject {
  return block.block_id ? block : { ...block, block_id: workspace.nextId('b') };
}

function withElementIds(workspace: Workspace, block: JsonObject): JsonObject {
  const named = (element: Json | undefined): Json | undefined =>
    isObject(element) && isInteractive(element) && !element.action_id
      ? { ...element, action_id: workspace.nextId('a') }
      : element;
  const slots = INTERACTIVE_SLOTS.filter((slot) => slot in block).map((slot) => [slot, named(block[slot])]);
  const elements = block.elements;
  const listed = Array.isArray(elements) ? { elements: elements.map(named) } : {};
  return { ...block, ...Object.fromEntries(slots), ...listed };
}

/** Pictures, texts and the parts of rich text are shown, never operated. */
function isInteractive(element: JsonObject): boolean {
  const type = String(element.type);
  return (
    !['image', 'plain_text', 'mrkdwn'].includes(type) && !type.startsWith('rich_text_') && type !== 'card'
  );
}

/** One text object or anything that holds some. */
export function withTextDefaults<T extends Json>(value: T): T;
export function withTextDefaults(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => withTextDefaults(item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const inner = Object.fromEntries(entries.map(([key, item]) => [key, withTextDefaults(item ?? null)]));
  return { ...textDefault(value), ...inner };
}

function textDefault(value: JsonObject): JsonObject {
  if (value.type === 'plain_text') return { emoji: true };
  return value.type === 'mrkdwn' ? { verbatim: false } : {};
}
