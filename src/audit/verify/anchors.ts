import { createHash, type Hash } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { type Anchor, anchors } from '../anchor.ts';
import type { Finding } from './finding.ts';

interface AnchoredHead {
  readonly objectType: string;
  readonly objectId: string;
  readonly seq: number;
  readonly hash: string;
  /** Of the event that it vouches for; null where there is none. */
  readonly eventHash: string | null;
}

interface AnchorVerification {
  readonly anchors: number;
  readonly finding: Finding | null;
}

const PAGE = 1_000;

/** Every anchor against the heads that it covers, every covered head against its event, and anchors left out. */
export async function anchorFinding(database: Pick<Database, 'query'>): Promise<AnchorVerification> {
  let previous = '';
  let count = 0;
  for (const anchor of await anchors(database)) {
    const finding = await oneAnchor(database, anchor, previous);
    if (finding) return { anchors: count, finding };
    previous = anchor.hash;
    count += 1;
  }
  return { anchors: count, finding: await headsWithoutAnchor(database) };
}

async function oneAnchor(
  database: Pick<Database, 'query'>,
  anchor: Anchor,
  previous: string,
): Promise<Finding | null> {
  const hash = createHash('sha256').update(`${previous}\n${anchor.day}`);
  let heads = 0;
  for await (const head of anchoredHeads(database, anchor.day)) {
    addHead(hash, head);
    heads += 1;
    if (head.hash !== head.eventHash) return differs(head, anchor.day);
  }
  const sound = hash.digest('hex') === anchor.hash && heads === anchor.heads;
  return sound ? null : { what: 'anchor-altered', day: anchor.day };
}

function addHead(hash: Hash, { objectType, objectId, seq, hash: head }: AnchoredHead): void {
  hash.update(`\n${objectType} ${objectId} ${seq} ${head}`, 'utf8');
}

const differs = ({ objectType, objectId, seq }: AnchoredHead, day: string): Finding => ({
  what: 'anchored-link-differs',
  objectType,
  objectId,
  seq,
  day,
});

async function* anchoredHeads(database: Pick<Database, 'query'>, day: string): AsyncGenerator<AnchoredHead> {
  let last: AnchoredHead | undefined;
  for (;;) {
    const rows: AnchoredHead[] = await database.query(Prisma.sql`
      SELECT a.object_type AS "objectType", a.object_id AS "objectId", a.seq, a.hash, e.hash AS "eventHash"
      FROM audit_anchor_head a LEFT JOIN audit_event e ON e.object_type = a.object_type COLLATE "default"
        AND e.object_id = a.object_id COLLATE "default" AND e.seq = a.seq
      WHERE a.day = ${day}::date
        AND (a.object_type, a.object_id) > (${last?.objectType ?? ''}, ${last?.objectId ?? ''})
      ORDER BY a.object_type, a.object_id LIMIT ${PAGE}`);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** A removed anchor leaves the heads that it covered. */
async function headsWithoutAnchor(database: Pick<Database, 'query'>): Promise<Finding | null> {
  const [left] = await database.query<{ day: string }>(Prisma.sql`
    SELECT to_char(min(day), 'YYYY-MM-DD') AS day FROM audit_anchor_head h
    WHERE NOT EXISTS (SELECT FROM audit_anchor a WHERE a.day = h.day) HAVING min(day) IS NOT NULL`);
  return left ? { what: 'anchor-altered', day: left.day } : null;
}
