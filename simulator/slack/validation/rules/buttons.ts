import { type JsonObject, objectAt, stringAt } from '../../../common/json.ts';
import { at, type Placed } from './walk.ts';

const ADDRESSES = ['url', 'image_url', 'video_url', 'thumbnail_url', 'title_url'] as const;

/** Addresses of buttons and images must be absolute and of the web. */
export function linkProblems({ object, pointer }: Placed): string[] {
  return ADDRESSES.flatMap((key) => {
    const url = stringAt(object, key);
    return url === undefined || isWebAddress(url) ? [] : [at(`${pointer}/${key}`, `invalid_url: ${url}`)];
  });
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['http:', 'https:', 'mailto:', 'slack:'].includes(new URL(text).protocol);
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export function confirmationProblems({ object, pointer }: Placed): string[] {
  const confirm = objectAt(object, 'confirm');
  if (!confirm) return [];
  return missing(confirm, ['title', 'text', 'confirm', 'deny']).map((key) =>
    at(`${pointer}/confirm`, `missing required field: ${key}`),
  );
}

function missing(object: JsonObject, keys: readonly string[]): string[] {
  return keys.filter((key) => object[key] === undefined);
}
