import type { Json, JsonObject } from '../../common/json.ts';
import * as arg from './arguments.ts';
import { WebApiRefusal } from './refusal.ts';

/** https://docs.slack.dev/apis/web-api/pagination */
export const PAGING = { cursor: arg.text.optional(), limit: arg.integer.optional() };

interface Page<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly response_metadata: JsonObject;
}

/** The items from `cursor` on. Slack gives fewer than everything, so callers must follow the cursor. */
export function page<T>(
  all: readonly T[],
  { cursor, limit = 100 }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Page<T> {
  if (limit < 1 || limit > 1_000) throw new WebApiRefusal('invalid_limit');
  const start = startOf(cursor);
  const items = all.slice(start, start + limit);
  const next = start + items.length;
  const hasMore = next < all.length;
  return { items, hasMore, response_metadata: { next_cursor: hasMore ? cursorFor(next) : '' } };
}

function cursorFor(index: number): Json {
  return Buffer.from(`next:${index}`).toString('base64');
}

function startOf(cursor: string | undefined): number {
  if (!cursor) return 0;
  const decoded = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (decoded === undefined) throw new WebApiRefusal('invalid_cursor');
  return Number(decoded);
}
