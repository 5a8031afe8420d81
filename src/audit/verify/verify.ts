import type { Database } from '../../platform/database/database.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { storedEvents } from '../stored-event.ts';
import { anchorFinding } from './anchors.ts';
import { ChainCheck } from './chain.ts';
import type { Finding, ObjectLink } from './finding.ts';

export interface Verification {
  readonly objects: number;
  readonly events: number;
  readonly anchors: number;
  /** The first broken link, or null: the trail is what was written. */
  readonly finding: Finding | null;
}

/**
 * Recomputes every chain and every anchor, in constant memory; the bot may run meanwhile. Stops at the first finding.
 * Somebody who can write to every table can rewrite an end of a chain that is not anchored yet, or the anchors with
 * it: compare the newest anchor with a copy kept elsewhere.
 */
export async function verify(database: Pick<Database, 'query'>): Promise<Verification> {
  const check = new ChainCheck();
  const finding = (await chainFinding(database, check)) ?? (await headWithoutEvent(database));
  const { objects, events } = check;
  if (finding) return { objects, events, anchors: 0, finding };
  return { objects, events, ...(await anchorFinding(database)) };
}

async function chainFinding(database: Pick<Database, 'query'>, check: ChainCheck): Promise<Finding | null> {
  for await (const event of storedEvents(database)) {
    const finding = check.next(event);
    if (finding) return finding;
  }
  return check.end();
}

/** A chain whose events were all taken away has left its head behind. */
async function headWithoutEvent(database: Pick<Database, 'query'>): Promise<Finding | null> {
  const [head] = await database.query<ObjectLink>(Prisma.sql`
    SELECT object_type AS "objectType", object_id AS "objectId", seq FROM audit_head h
    WHERE NOT EXISTS (SELECT FROM audit_event e
      WHERE e.object_type = h.object_type AND e.object_id = h.object_id AND e.seq = h.seq)
    ORDER BY object_type, object_id LIMIT 1`);
  return head ? { ...head, what: 'link-missing' } : null;
}
