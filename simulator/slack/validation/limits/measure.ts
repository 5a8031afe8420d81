import { isObject, type Json, type JsonObject } from '../../../common/json.ts';

/** UTF-8 bytes: a Chinese character is three. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** All the text inside some blocks, summed. */
export function totalText(blocks: readonly JsonObject[]): number {
  return blocks.reduce((sum, block) => sum + textWithin(block), 0);
}

function textWithin(value: Json | undefined): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textWithin(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textWithin(item)),
    0,
  );
}
