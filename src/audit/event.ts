import { Prisma } from '../platform/database/generated/client.ts';
import { GENESIS } from './link.ts';
import { type AuditEntry, eventColumns, eventPayload } from './payload.ts';

/**
 * Extends the object's chain by one event: one statement, an element of `database.change([...])`. It reads nothing
 * beforehand: the upsert of the head row computes the new hash, so that writers of one object queue on that row, in
 * the order in which they commit, and writers of different objects never wait for each other.
 */
export function auditEvent(entry: AuditEntry): Prisma.Sql {
  return Prisma.sql`WITH ${auditCtes(entry)} SELECT seq, hash FROM audit_head_moved`;
}

export interface AuditCteOptions {
  /** An earlier CTE: the event is written only when it returned a row, so that a lost compare-and-set leaves none. */
  readonly guard?: string;
  /** Prefix of the CTE names, for a second object's event in the same statement; default `audit`. */
  readonly name?: string;
}

/**
 * The same as CTEs for a statement that also makes the change:
 *
 *     WITH moved AS (UPDATE report SET ... WHERE id = $1 AND state_seq = $2 RETURNING id),
 *          ${auditCtes(entry, { guard: 'moved' })}
 *     SELECT count(*) FROM moved
 *
 * A statement may carry one event per object: PostgreSQL does not let two CTEs write one row. To write two events of
 * one object, use two statements.
 */
export function auditCtes(entry: AuditEntry, options: AuditCteOptions = {}): Prisma.Sql {
  const name = options.name ?? 'audit';
  const [link, head, kept] = [`${name}_link`, `${name}_head_moved`, `${name}_kept`].map(identifier);
  const columns = eventColumns(entry);
  const guarded = options.guard === undefined ? Prisma.empty : guardedBy(options.guard);
  return Prisma.sql`
    ${link} AS (SELECT ${eventPayload(columns, entry.data)}::text AS payload ${guarded}),
    ${head} AS (
      INSERT INTO audit_head AS head (object_type, object_id, seq, previous, hash)
      SELECT ${columns.object_type}, ${columns.object_id}, 1, ${GENESIS},
        encode(sha256(convert_to(${GENESIS}::text || E'\n1\n' || payload, 'UTF8')), 'hex')
      FROM ${link}
      ON CONFLICT (object_type, object_id) DO UPDATE SET seq = head.seq + 1, previous = head.hash,
        hash = encode(sha256(convert_to(
          head.hash || E'\n' || (head.seq + 1)::text || E'\n' || (SELECT payload FROM ${link}), 'UTF8')), 'hex')
      RETURNING seq, previous, hash),
    ${kept} AS (
      INSERT INTO audit_event (object_type, object_id, seq, at, actor, on_behalf_of, org, action,
        before_hash, after_hash, request_id, payload, previous, hash)
      SELECT ${columns.object_type}, ${columns.object_id}, seq, ${columns.at}::timestamptz, ${columns.actor},
        ${columns.on_behalf_of}::text, ${columns.org}::text, ${columns.action}, ${columns.before_hash}::text,
        ${columns.after_hash}::text, ${columns.request_id}::text, payload, previous, hash
      FROM ${head}, ${link})`;
}

const guardedBy = (guard: string): Prisma.Sql => Prisma.sql`WHERE EXISTS (SELECT FROM ${identifier(guard)})`;

/** Names come from code, never from people; the check keeps it so. */
function identifier(name: string): Prisma.Sql {
  if (!/^[a-z][a-z_0-9]*$/.test(name)) throw new TypeError(`"${name}" is not the name of a CTE.`);
  return Prisma.raw(name);
}
