import { z } from 'zod';
import type { App } from '../app.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { CLOCK_ACTOR, type ObjectType } from './payload.ts';

/** A person or organisation as the history shows it; the name is null where the record knows none. */
export interface Named {
  readonly id: string;
  readonly name: string | null;
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: Date;
  /** Null: time did it, nobody. */
  readonly actor: Named | null;
  readonly onBehalfOf: Named | null;
  readonly org: Named | null;
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface History {
  readonly entries: readonly HistoryEntry[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

export interface HistoryOf {
  readonly objectType: ObjectType;
  readonly objectId: string;
  readonly page?: number;
}

/** What fits on a card. */
const PAGE = 10;

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly on_behalf_of: string | null;
  readonly on_behalf_of_name: string | null;
  readonly org: string | null;
  readonly org_name: string | null;
  readonly action: string;
  readonly payload: string;
  readonly total: number;
}

/**
 * Who did what to an object, on whose behalf and when, newest first, ten to a page; a page past the end is the last
 * one. Whether the reader may see it is the caller's question.
 */
export async function historyOf(app: Pick<App, 'database'>, wanted: HistoryOf): Promise<History> {
  const rows = await app.database.query<Row>(pageOf(wanted));
  const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / PAGE));
  return { entries: rows.map(entry), page: Math.min(Math.max(wanted.page ?? 0, 0), pages - 1), pages };
}

/** Sequence numbers have no gaps, so a page is a range of them and needs no OFFSET. */
function pageOf({ objectType, objectId, page = 0 }: HistoryOf): Prisma.Sql {
  return Prisma.sql`
    WITH head AS (
      SELECT object_type, object_id, seq AS total,
        greatest(seq - greatest(${page}::int, 0) * ${PAGE}::int, (seq - 1) % ${PAGE}::int + 1) AS newest
      FROM audit_head WHERE object_type = ${objectType} AND object_id = ${objectId})
    SELECT e.seq, e.at, e.actor, p.display_name AS actor_name, e.on_behalf_of, b.display_name AS on_behalf_of_name,
      e.org, o.name AS org_name, e.action, e.payload, head.total
    FROM head JOIN audit_event e USING (object_type, object_id)
      LEFT JOIN principal p ON p.id = e.actor
      LEFT JOIN principal b ON b.id = e.on_behalf_of
      LEFT JOIN organisation o ON o.id = e.org
    WHERE e.seq BETWEEN head.newest - ${PAGE - 1}::int AND head.newest
    ORDER BY e.seq DESC`;
}

const entry = (row: Row): HistoryEntry => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor === CLOCK_ACTOR ? null : { id: row.actor, name: row.actor_name },
  onBehalfOf: named(row.on_behalf_of, row.on_behalf_of_name),
  org: named(row.org, row.org_name),
  action: row.action,
  data: payloadData.parse(JSON.parse(row.payload)).data,
});

// Not in SQL: jsonb refuses some texts that JSON allows, such as an escaped NUL.
const payloadData = z.object({ data: z.record(z.string(), z.unknown()) });

const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name });
