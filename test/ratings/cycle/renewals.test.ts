import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import { testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';

const END = '2026-01-31';
const EXPIRED = [
  ['2025-02-01T00:00:00+08:00', 'ACTIVE'],
  ['2026-02-01T00:00:00+08:00', 'EXPIRED'],
] as const;

/** Each an end of 31 January, whose outcome is fixed 30 days later. */
const ENDED = ['left', 'renewed', 'closed', 'violation', 'closed-later', 'related'] as const;
const ended = (store: (typeof ENDED)[number]) =>
  bondRows({
    ...{ providerId: 'prv_1', storeId: `st_${store}`, from: '2025-02-01', until: END, state: 'EXPIRED' },
    history: EXPIRED,
    related: store === 'related',
  });
const closed = (store: string, on: string, reason: string) =>
  Prisma.sql`UPDATE store SET closed_on = ${on}::date, closed_reason = ${reason} WHERE id = ${`st_${store}`}`;

describe.each(await bothDatabases())('renewals on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await write(database, [
      providerRow('prv_1'),
      ...ENDED.map((store) => storeRow(`st_${store}`)),
      ...ENDED.map(ended),
      bondRows({ providerId: 'prv_1', storeId: 'st_renewed', from: '2026-02-15' }),
      closed('closed', '2026-02-20', 'CLOSED'),
      closed('violation', '2026-01-10', 'OWN_VIOLATION'),
      closed('closed-later', '2026-03-20', 'CLOSED'),
    ]);
    await runDueCycle({ database, clock: testClock('2026-04-01T02:00:00Z') });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('leave out related parties and stores that closed before the outcome was fixed, whatever the reason', async () => {
    const { input } = await database.prisma.ratingSnapshot.findFirstOrThrow();
    expect(JSON.parse(input).evidence.renewal).toEqual({ renewed: 1, eligible: 3 });
  });
});
