import { describe, expect, it } from 'vitest';
import { auditEvent } from '../../src/audit/event.ts';
import { postgres, postgresAvailable } from '../support/database.ts';
import { entry, record } from './entries.ts';

describe.skipIf(!(await postgresAvailable()))('chains of different objects', () => {
  it('never wait for each other: a hundred are written while one is held', async () => {
    await using database = await postgres({ poolSize: 8 });
    if (database.connection.kind !== 'postgres') throw new Error('This test needs a server.');
    await record(database, { objectId: 'held' });
    const holder = await database.connection.pool.connect();
    try {
      await holder.query("BEGIN; SELECT * FROM audit_head WHERE object_id = 'held' FOR UPDATE");
      const others = Array.from({ length: 100 }, (_, n) => auditEvent(entry({ objectId: `free-${n}` })));
      const rows = await Promise.all(others.map((event) => database.change([event])));
      expect(rows).toHaveLength(100);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  });
});
