import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorToday } from '../../src/audit/anchor.ts';
import { describeFinding } from '../../src/audit/verify/finding.ts';
import { verify } from '../../src/audit/verify/verify.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { bothDatabases } from '../support/database.ts';
import { NOON, recordSome } from './entries.ts';

const TABLES = ['audit_event', 'audit_head', 'audit_anchor', 'audit_anchor_head'] as const;
type Table = (typeof TABLES)[number];

const TEXT = (column: string) => `${column} = coalesce(${column}, '') || 'x'`;
const HASH = (column: string) => `${column} = translate(${column}, '0123456789abcdef', '123456789abcdef0')`;

/** What somebody with the owner's rights could write into each column. */
const TAMPERINGS: Readonly<Record<Table, readonly string[]>> = {
  audit_event: [
    ...['object_id', 'object_type', 'actor', 'on_behalf_of', 'org', 'action', 'request_id'].map(TEXT),
    ...['before_hash', 'after_hash'].map(TEXT),
    ...['previous', 'hash'].map(HASH),
    'seq = seq + 100',
    "at = at + interval '1 millisecond'",
    "payload = replace(payload, 'report', 'rep0rt')",
    "payload = payload || ' '",
  ],
  audit_head: [...['object_id', 'object_type'].map(TEXT), ...['previous', 'hash'].map(HASH), 'seq = seq + 1'],
  audit_anchor: ['heads = heads + 1', HASH('hash'), 'day = day - 1'],
  audit_anchor_head: [
    ...['object_id', 'object_type'].map(TEXT),
    HASH('hash'),
    'seq = seq + 1',
    'day = day - 1',
  ],
};

const CASES = TABLES.flatMap((table) => TAMPERINGS[table].map((change) => ({ table, change })));

async function run(database: Database, ...statements: readonly string[]): Promise<void> {
  await database.change(statements.map((statement) => Prisma.raw(statement)));
}

describe.each(await bothDatabases())('tampering on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await recordSome(database);
    await anchorToday({ database, clock: { now: () => NOON } });
    for (const table of TABLES) {
      await run(
        database,
        `CREATE TABLE kept_${table} AS TABLE ${table}`,
        `ALTER TABLE ${table} DISABLE TRIGGER USER`,
      );
    }
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function restore(table: Table): Promise<void> {
    await run(database, `DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept_${table}`);
  }

  /** Alters the n-th row of a table and says what verification finds. */
  async function foundAfter(table: Table, change: string, n: number) {
    await run(
      database,
      `UPDATE ${table} SET ${change} WHERE ctid =
      (SELECT ctid FROM ${table} OFFSET ${n} % (SELECT count(*) FROM ${table}) LIMIT 1)`,
    );
    const { finding } = await verify(database);
    await restore(table);
    return finding;
  }

  it('is not found where there is none', async () => {
    expect(await verify(database)).toEqual({ objects: 3, events: 6, anchors: 1, finding: null });
  });

  it('with any column of any row is found and named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CASES), fc.nat(20), async ({ table, change }, n) => {
        const finding = await foundAfter(table, change, n);
        // A payload without the word is left as it was.
        if (finding === null) expect(change).toContain('replace');
        else expect(describeFinding(finding)).toMatch(/: /);
      }),
      { numRuns: 120, examples: CASES.map((each) => [each, 0]) },
    );
  });

  it.each([
    {
      what: 'an event in the middle',
      sql: "DELETE FROM audit_event WHERE object_id = 'CR-2026-000123' AND seq = 2",
      finding: { what: 'link-missing', objectId: 'CR-2026-000123', seq: 2 },
    },
    {
      what: 'the newest event',
      sql: "DELETE FROM audit_event WHERE object_id = 'CR-2026-000123' AND seq = 3",
      finding: { what: 'head-differs', objectId: 'CR-2026-000123', seq: 2 },
    },
    {
      what: 'all events of an object',
      sql: "DELETE FROM audit_event WHERE object_id = 'CR-2026-000124'",
      finding: { what: 'link-missing', objectId: 'CR-2026-000124', seq: 1 },
    },
    {
      what: 'actor of one event',
      sql: "UPDATE audit_event SET actor = 'pr_x' WHERE object_id = 'prv_1' AND seq = 2",
      finding: { what: 'column-differs', objectId: 'prv_1', seq: 2, column: 'actor' },
    },
    {
      what: 'a payload',
      sql: "UPDATE audit_event SET payload = '{}' WHERE object_id = 'prv_1' AND seq = 1",
      finding: { what: 'payload-altered', objectId: 'prv_1', seq: 1 },
    },
  ])('with $what is named exactly', async ({ sql, finding }) => {
    await run(database, sql);
    expect((await verify(database)).finding).toMatchObject(finding);
    await restore('audit_event');
  });

  it('that takes a whole chain away with its head is found by the anchor', async () => {
    await run(
      database,
      "DELETE FROM audit_event WHERE object_id = 'CR-2026-000124'",
      "DELETE FROM audit_head WHERE object_id = 'CR-2026-000124'",
    );
    expect((await verify(database)).finding).toMatchObject({
      what: 'anchored-link-differs',
      seq: 1,
      day: '2026-05-06',
    });
    await restore('audit_event');
    await restore('audit_head');
  });

  it('that takes an anchor away is found', async () => {
    await run(database, 'DELETE FROM audit_anchor');
    expect((await verify(database)).finding).toEqual({ what: 'anchor-altered', day: '2026-05-06' });
    await restore('audit_anchor');
  });
});
