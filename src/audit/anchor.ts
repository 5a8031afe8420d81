import type { App } from '../app.ts';
import type { Database } from '../platform/database/database.ts';
import { Prisma } from '../platform/database/generated/client.ts';

export interface Anchor {
  /** UTC date, `YYYY-MM-DD`. */
  readonly day: string;
  /** How many chains had moved since the anchor before. */
  readonly heads: number;
  readonly hash: string;
}

/**
 * Makes today's anchor (domain-rules §4.3) unless there is one, and returns the newest. It hashes the head of every chain that
 * moved since the anchor before, on top of that anchor's hash, so that the newest anchor vouches for all of them. No
 * writer of an event waits for it. Whoever schedules it puts the hash where the database's owner cannot write.
 */
export async function anchorToday(app: Pick<App, 'database' | 'clock'>): Promise<Anchor> {
  const now = app.clock.now().toISOString();
  const today = now.slice(0, 10);
  await app.database.change([
    // Two processes that anchor at the same moment would each miss what the other has just covered.
    Prisma.sql`LOCK TABLE audit_anchor IN EXCLUSIVE MODE`,
    coverMovedHeads(today),
    seal(today, now),
  ]);
  const anchor = (await anchors(app.database)).at(-1);
  if (!anchor) throw new Error(`The anchor of ${today} was written but cannot be read; see audit_anchor.`);
  return anchor;
}

function coverMovedHeads(today: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_anchor_head (day, object_type, object_id, seq, hash)
    SELECT ${today}::date, object_type, object_id, seq, hash FROM audit_head h
    WHERE ${stillOpen(today)}
      AND NOT EXISTS (SELECT FROM audit_anchor_head a WHERE a.object_type = h.object_type COLLATE "C"
        AND a.object_id = h.object_id COLLATE "C" AND a.seq = h.seq)`;
}

/** `oneAnchor` in `verify/anchors.ts` recomputes it. */
function seal(today: string, now: string): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_anchor (day, heads, hash, at)
    SELECT ${today}::date, count(a.*), encode(sha256(convert_to(
      coalesce((SELECT hash FROM audit_anchor ORDER BY day DESC LIMIT 1), '')
        || E'\n' || ${today}::text || coalesce(string_agg(
          E'\n' || a.object_type || ' ' || a.object_id || ' ' || a.seq || ' ' || a.hash, ''
          ORDER BY a.object_type, a.object_id), ''), 'UTF8')), 'hex'), ${now}::timestamptz
    FROM audit_anchor_head a WHERE a.day = ${today}::date
    HAVING ${stillOpen(today)}`;
}

/** A clock that was set back must not squeeze an anchor in before one that was made already. */
const stillOpen = (today: string): Prisma.Sql =>
  Prisma.sql`NOT EXISTS (SELECT FROM audit_anchor WHERE day >= ${today}::date)`;

/** Oldest first. */
export function anchors(database: Pick<Database, 'query'>): Promise<Anchor[]> {
  return database.query(Prisma.sql`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, heads, hash FROM audit_anchor ORDER BY audit_anchor.day`);
}
