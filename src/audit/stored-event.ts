import type { Database } from '../platform/database/database.ts';
import { Prisma } from '../platform/database/generated/client.ts';

/** An event as the table holds it. */
export interface StoredEvent {
  readonly object_type: string;
  readonly object_id: string;
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly on_behalf_of: string | null;
  readonly org: string | null;
  readonly action: string;
  readonly before_hash: string | null;
  readonly after_hash: string | null;
  readonly request_id: string | null;
  readonly payload: string;
  readonly previous: string;
  readonly hash: string;
}

/** With the head of its chain as it stood in the same snapshot; nulls where the head is missing. */
export interface EventWithHead extends StoredEvent {
  readonly head_seq: number | null;
  readonly head_previous: string | null;
  readonly head_hash: string | null;
}

export interface EventFilter {
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  /** First instant, inclusive. */
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
}

/** Rows that are in memory at once. */
const PAGE = 1_000;

/**
 * All events, object by object, each in its order. Page by page along the primary key, so that memory does not grow
 * with the trail; every page is one snapshot, and what is appended meanwhile is met on a later page or not at all.
 */
export async function* storedEvents(
  database: Pick<Database, 'query'>,
  filter: EventFilter = {},
  page = PAGE,
): AsyncGenerator<EventWithHead> {
  let last: EventWithHead | undefined;
  for (;;) {
    const rows = await database.query<EventWithHead>(pageAfter(last, filter, page));
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1);
  }
}

function pageAfter(last: EventWithHead | undefined, filter: EventFilter, page: number): Prisma.Sql {
  const conditions = [
    ...wanted(filter),
    ...(last
      ? [Prisma.sql`(object_type, object_id, e.seq) > (${last.object_type}, ${last.object_id}, ${last.seq})`]
      : []),
  ];
  const where =
    conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  return Prisma.sql`
    SELECT e.*, h.seq AS head_seq, h.previous AS head_previous, h.hash AS head_hash
    FROM audit_event e LEFT JOIN audit_head h USING (object_type, object_id)
    ${where} ORDER BY object_type, object_id, e.seq LIMIT ${page}`;
}

function wanted({ objectType, objectId, from, until }: EventFilter): Prisma.Sql[] {
  return [
    ...(objectType === undefined ? [] : [Prisma.sql`object_type = ${objectType}`]),
    ...(objectId === undefined ? [] : [Prisma.sql`object_id = ${objectId}`]),
    ...(from ? [Prisma.sql`at >= ${from.toISOString()}::timestamptz`] : []),
    ...(until ? [Prisma.sql`at < ${until.toISOString()}::timestamptz`] : []),
  ];
}
