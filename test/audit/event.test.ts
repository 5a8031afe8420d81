import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCtes, auditEvent } from '../../src/audit/event.ts';
import { GENESIS, linkHash } from '../../src/audit/link.ts';
import { type StoredEvent, storedEvents } from '../../src/audit/stored-event.ts';
import { verify } from '../../src/audit/verify/verify.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { bothDatabases } from '../support/database.ts';
import { entry, record } from './entries.ts';

async function chainOf(database: Database, objectId: string): Promise<readonly StoredEvent[]> {
  const chain: StoredEvent[] = [];
  for await (const event of storedEvents(database, { objectType: 'report', objectId })) chain.push(event);
  return chain;
}

describe.each(await bothDatabases())('an audit event on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('links to the one before it, whatever people typed', async () => {
    await record(database, { objectId: 'a' }, { objectId: 'a', data: { text: '无 "x"\n\\ \0 \ud800 😀' } });
    const [first, second] = await chainOf(database, 'a');
    expect(first).toMatchObject({ seq: 1, previous: GENESIS, actor: 'pr_owner', before_hash: null });
    expect(second).toMatchObject({ seq: 2, previous: first?.hash });
    expect(second?.hash).toBe(second && linkHash(second));
  });

  it('keeps the hashes of the record before and after, the same for the same content', async () => {
    const [one, other] = [
      { a: 1n, b: new Date(0) },
      { b: new Date(0), a: 1n, c: undefined },
    ];
    await record(database, { objectId: 'b', before: one, after: other });
    const [event] = await chainOf(database, 'b');
    expect(event?.before_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(event?.after_hash).toBe(event?.before_hash);
  });

  it('is written with its change or not at all', async () => {
    const change = database.change([
      auditEvent(entry({ objectId: 'c' })),
      Prisma.sql`SELECT expect_rows(0, 1, 'stale')`,
    ]);
    await expect(change).rejects.toThrow('stale');
    expect(await chainOf(database, 'c')).toEqual([]);
  });

  it.each([
    { guard: 'a row', rows: Prisma.sql`SELECT 1`, events: 1 },
    { guard: 'no row', rows: Prisma.sql`SELECT 1 WHERE false`, events: 0 },
  ])('behind a guard that returned $guard counts $events', async ({ rows, events }) => {
    const objectId = `guarded-${events}`;
    await database.query(Prisma.sql`
      WITH moved AS (${rows}), ${auditCtes(entry({ objectId }), { guard: 'moved' })},
        ${auditCtes(entry({ objectId: `${objectId}-too` }), { guard: 'moved', name: 'second' })}
      SELECT count(*) FROM moved`);
    expect(await chainOf(database, objectId)).toHaveLength(events);
    expect(await chainOf(database, `${objectId}-too`)).toHaveLength(events);
  });

  it('forms an unbroken chain when fifty write to one object at once', async () => {
    const writers = Array.from({ length: 50 }, (_, n) => entry({ objectId: 'busy', data: { n } }));
    await Promise.all(writers.map((each) => database.change([auditEvent(each)])));
    expect((await chainOf(database, 'busy')).map(({ seq }) => seq)).toEqual(writers.map((_, n) => n + 1));
    expect((await verify(database)).finding).toBeNull();
  });

  it.each([
    'UPDATE audit_event SET actor = actor',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'DELETE FROM audit_head',
    'UPDATE audit_anchor SET heads = 0',
    'DELETE FROM audit_anchor_head',
  ])('is never altered: %s', async (statement) => {
    await expect(database.query(Prisma.raw(statement))).rejects.toThrow('append only');
  });

  it('refuses a name that is none for a CTE', () => {
    expect(() => auditCtes(entry(), { guard: 'x; DROP TABLE report' })).toThrow('not the name of a CTE');
  });
});
