import type { ContextBlock, KnownBlock } from '@slack/types';
import type { Words } from '../words.ts';
import { plainText } from './text/plain-text.ts';

/** A block, and whether it must survive when there are too many: titles and buttons do, details do not. */
export interface Foldable {
  readonly block: KnownBlock;
  readonly keep: boolean;
}

export interface Room {
  readonly blocks: number;
  readonly chars: number;
}

/**
 * The blocks that fit, in their order. What is left out is counted in a line that says where to see it all; details go
 * first, from the end.
 */
export function fold(parts: readonly Foldable[], room: Room, words: Words): readonly KnownBlock[] {
  if (fits(parts, room)) return parts.map(({ block }) => block);
  const left = [...parts];
  const inner: Room = { blocks: room.blocks - 1, chars: room.chars - words.more(999).length };
  let hidden = 0;
  let gap = left.length;
  while (!fits(left, inner) && left.length > 0) {
    gap = lastToLose(left);
    left.splice(gap, 1);
    hidden += 1;
  }
  const blocks = left.map(({ block }) => block);
  return blocks.toSpliced(gap, 0, note(words.more(hidden)));
}

function lastToLose(parts: readonly Foldable[]): number {
  const detail = parts.findLastIndex(({ keep }) => !keep);
  return detail >= 0 ? detail : parts.length - 1;
}

const fits = (parts: readonly Foldable[], room: Room): boolean =>
  parts.length <= room.blocks && parts.reduce((sum, { block }) => sum + textWithin(block), 0) <= room.chars;

export function note(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(text, 300)] };
}

/** All characters that Slack would count in a block, wherever they stand in it. */
function textWithin(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textWithin(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => sum + textUnder(key, item), 0);
}

const COUNTED = new Set(['text', 'fallback', 'url', 'alt_text', 'description']);

function textUnder(key: string, item: unknown): number {
  return COUNTED.has(key) && typeof item === 'string' ? item.length : textWithin(item);
}
