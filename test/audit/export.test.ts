import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportEvents } from '../../src/audit/export.ts';
import { linkHash } from '../../src/audit/link.ts';
import { type EventFilter, storedEvents } from '../../src/audit/stored-event.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { testDatabase } from '../support/database.ts';
import { record, recordSome } from './entries.ts';

describe('an audit export', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
    await recordSome(database);
    await record(database, {
      objectId: 'next',
      actor: '=HYPERLINK("x")',
      at: new Date('2026-05-07T00:00:00Z'),
    });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const lines = async (filter: EventFilter = {}) =>
    (await text(exportEvents(database, 'jsonl', filter)))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('in JSONL holds exactly what the chain was computed from', async () => {
    const events = await lines();
    expect(events).toHaveLength(7);
    for (const event of events) expect(event.hash).toBe(linkHash(event));
  });

  it.each<{ what: string; filter: EventFilter; count: number }>([
    { what: 'one object', filter: { objectType: 'provider', objectId: 'prv_1' }, count: 2 },
    { what: 'days from', filter: { from: new Date('2026-05-07T00:00:00Z') }, count: 1 },
    { what: 'days until', filter: { until: new Date('2026-05-07T00:00:00Z') }, count: 6 },
  ])('may be of $what', async ({ filter, count }) => {
    expect(await lines(filter)).toHaveLength(count);
  });

  it('in CSV quotes what needs it and runs no formula', async () => {
    // `text` would take the byte order mark away, which spreadsheets need to see UTF-8.
    const csv = (await buffer(exportEvents(database, 'csv'))).toString('utf8');
    expect(csv.startsWith('\ufeffobject_type,object_id,seq,at,actor')).toBe(true);
    expect(csv).toContain(`,"'=HYPERLINK(""x"")",`);
    // Every line break belongs to a record: JSON writes those inside a text as \n.
    expect(csv.trimEnd().split('\r\n')).toHaveLength(8);
  });

  it('reads page by page and misses nothing', async () => {
    const seen: string[] = [];
    for await (const { object_id, seq } of storedEvents(database, {}, 2)) seen.push(`${object_id} ${seq}`);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('fails loudly when the database goes away', async () => {
    const gone = { query: () => Promise.reject(new Error('gone')) };
    await expect(text(exportEvents(gone, 'csv'))).rejects.toThrow('gone');
  });
});
