import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../src/audit/history.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { testDatabase } from '../support/database.ts';
import { NOON, record } from './entries.ts';

describe('the history of a report', () => {
  let database: Database;
  beforeAll(async () => {
    database = await testDatabase();
    await database.query(Prisma.sql`INSERT INTO principal (id, display_name, created_at)
      VALUES ('pr_owner', '林薇', ${NOON}), ('pr_boss', 'Ada', ${NOON})`);
    await record(
      database,
      ...Array.from({ length: 25 }, (_, n) => ({ objectId: 'CR-1', data: { n: n + 1 } })),
    );
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const of = (objectId: string, page?: number) =>
    historyOf({ database }, { objectType: 'report', objectId, ...(page === undefined ? {} : { page }) });

  it.each([
    { page: 0, newest: 25, oldest: 16, shown: 0 },
    { page: 1, newest: 15, oldest: 6, shown: 1 },
    { page: 2, newest: 5, oldest: 1, shown: 2 },
    { page: 9, newest: 5, oldest: 1, shown: 2 },
    { page: -1, newest: 25, oldest: 16, shown: 0 },
  ])('has the events $newest to $oldest on page $page', async ({ page, newest, oldest, shown }) => {
    const history = await of('CR-1', page);
    expect(history).toMatchObject({ page: shown, pages: 3 });
    expect(history.entries.map(({ data }) => data.n)).toEqual(
      Array.from({ length: newest - oldest + 1 }, (_, n) => newest - n),
    );
  });

  it('says who did it for whom, what and when', async () => {
    await record(database, { objectId: 'CR-2', onBehalfOf: 'pr_boss', data: { text: 'NUL \0' } });
    const [only] = (await of('CR-2')).entries;
    expect(only).toEqual({
      seq: 1,
      at: NOON,
      actor: { id: 'pr_owner', name: '林薇' },
      onBehalfOf: { id: 'pr_boss', name: 'Ada' },
      org: { id: 'st_9', name: null },
      action: 'report.confirm',
      data: { text: 'NUL \0' },
    });
  });

  it('names nobody where time did it', async () => {
    await record(database, { objectId: 'CR-3', actor: 'clock', org: null });
    expect((await of('CR-3')).entries).toMatchObject([{ actor: null, onBehalfOf: null, org: null }]);
  });

  it('of an object that nothing happened to is one empty page', async () => {
    expect(await of('CR-9')).toEqual({ entries: [], page: 0, pages: 1 });
  });
});
