import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchors, anchorToday } from '../../src/audit/anchor.ts';
import { verify } from '../../src/audit/verify/verify.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { bothDatabases } from '../support/database.ts';
import { record, recordSome } from './entries.ts';

const on = (day: string) => ({ now: () => new Date(`${day}T16:00:00Z`) });

describe.each(await bothDatabases())('the daily anchor on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await recordSome(database);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('covers every chain once, then those that moved', async () => {
    const first = await anchorToday({ database, clock: on('2026-05-06') });
    await record(database, { objectId: 'CR-2026-000124' }, { objectId: 'new' });
    const second = await anchorToday({ database, clock: on('2026-05-08') });
    expect([first, second]).toMatchObject([
      { day: '2026-05-06', heads: 3 },
      { day: '2026-05-08', heads: 2 },
    ]);
    expect(await verify(database)).toMatchObject({ anchors: 2, finding: null });
  });

  it('is made once a day, even by two processes at the same moment', async () => {
    await record(database, { objectId: 'new' });
    const made = await Promise.all([1, 2, 3].map(() => anchorToday({ database, clock: on('2026-05-09') })));
    expect(new Set(made.map(({ hash }) => hash)).size).toBe(1);
    expect(made[0]?.heads).toBe(1);
    expect((await verify(database)).finding).toBeNull();
  });

  it('depends on the one before it, so a quiet day has a hash of its own', async () => {
    const quiet = await anchorToday({ database, clock: on('2026-05-10') });
    expect(quiet.heads).toBe(0);
    const hashes = (await anchors(database)).map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is not squeezed in before another one when the clock was set back', async () => {
    await record(database, { objectId: 'late', at: new Date('2026-05-01T00:00:00Z') });
    expect((await anchorToday({ database, clock: on('2026-05-07') })).day).toBe('2026-05-10');
    expect((await anchorToday({ database, clock: on('2026-05-11') })).heads).toBe(1);
    expect((await verify(database)).finding).toBeNull();
  });
});
