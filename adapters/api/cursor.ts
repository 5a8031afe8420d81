import { z } from 'zod';
import { refuse } from '../../src/result.ts';
import type { Position, Slice, Wanted } from '../../src/services/space/space.ts';
import { Refused } from './problems/errors.ts';

const POSITION = z.array(z.string().max(100)).min(1).max(3);

/** Query of every list. */
export const PAGING = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('How many items at most'),
  cursor: z.string().min(1).max(500).optional().describe('`nextCursor` of the page before; opaque'),
};

/** @throws Refused `access.cursor-unknown` */
export function wantedOf({
  limit,
  cursor,
}: {
  readonly limit: number;
  readonly cursor?: string | undefined;
}): Wanted {
  return { limit, after: cursor === undefined ? null : opened(cursor) };
}

export const pageOf = <T, U>({ items, next }: Slice<T>, shown: (item: T) => U) => ({
  items: items.map(shown),
  nextCursor: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url'),
});

function opened(cursor: string): Position {
  try {
    return POSITION.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refused(refuse('access.cursor-unknown', {}, 'cursor'));
  }
}
